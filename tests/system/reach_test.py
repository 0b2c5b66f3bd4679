# SPDX-License-Identifier: EUPL-1.2
"""Travel times as an operator imports them, as residents and officials see them: without a restart."""

import json
import unittest

from tests.support.house import TERNOIS, new_house, wait_until

FREVENT, AUCHY, SAINT_POL = "62361", "62050", "62767"
SERICOURT = "62791"  # Served by the home helps of Frévent and of Saint-Pol.


class Reach(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = new_house()
        cls.house = cls.context.__enter__()
        cls.addClassCleanup(cls.context.__exit__, None, None, None)
        cls.house.load()
        cls.house.grant("elue@exemple.invalid", "official", "--epci", TERNOIS)
        cls.official = cls.house.sign_in("elue@exemple.invalid")

    def file(self, *lines):
        path = self.house.folder / "durees.csv"
        path.write_text("\n".join(lines) + "\n")
        return str(path)

    def candidates(self, kind, commune):
        """[(where the organization stands, minutes to it)], best first."""
        found = self.house.call("matcher.v1.MatcherService/FindHelp",
                                {"need": {"kind": kind, "residenceCommune": commune}})["match"]
        everybody = found.get("candidates", []) + found.get("conditionalCandidates", [])
        return [(one["organizationCommune"], one["travelMinutes"]) for one in everybody]

    def nearest_minutes(self, kind, commune):
        """What the official's table says."""
        supply = self.house.call("coverage.v1.CoverageService/GetSupply", {"epciSiren": TERNOIS}, self.official)
        row = next(c for c in supply["communes"] if c["commune"] == commune)
        return row["supplies"][supply["kinds"].index(kind)]["nearestMinutes"]

    def until(self, what, expected, name):
        wait_until(lambda: what() == expected, 10, f"{name}: {expected}, not {what()}")

    def test_the_garage_is_as_far_as_the_road_says(self):
        estimate = self.candidates("repair", FREVENT)
        self.assertEqual([where for where, _ in estimate], [AUCHY])
        self.assertEqual(self.nearest_minutes("repair", FREVENT), estimate[0][1])

        for minutes in (57, 12):
            said = self.house.cli("import-travel-times", "--symmetric",
                                  self.file("from,to,minutes,kilometres", f"{FREVENT},{AUCHY},{minutes},31.5"))
            self.assertIn("2 trajets importés", said.stdout)
            self.until(lambda: self.candidates("repair", FREVENT), [(AUCHY, minutes)], "the garage")
            self.assertEqual(self.nearest_minutes("repair", FREVENT), minutes)

        said = self.house.cli("--output=json", "import-travel-times", "--allow-empty", self.file("from,to,minutes"))
        self.assertEqual(json.loads(said.stdout), {"replaced_count": 2})
        self.until(lambda: self.candidates("repair", FREVENT), estimate, "the garage")

    def test_whoever_the_road_brings_nearer_comes_first(self):
        for first, second in ((SAINT_POL, FREVENT), (FREVENT, SAINT_POL)):
            self.house.cli("import-travel-times",
                           self.file("from,to,minutes", f"{SERICOURT},{first},8", f"{SERICOURT},{second},55"))
            self.until(lambda: self.candidates("housework", SERICOURT), [(first, 8), (second, 55)], "home help")
            self.assertEqual(self.nearest_minutes("housework", SERICOURT), 8)

    def test_a_wrong_file_changes_nothing_and_every_line_is_named(self):
        self.house.cli("import-travel-times", self.file("from,to,minutes", f"{FREVENT},{AUCHY},33"))
        self.until(lambda: self.candidates("repair", FREVENT), [(AUCHY, 33)], "the garage")
        refused = self.house.cli("import-travel-times", check=False, *[
            self.file("from,to,minutes", f"{FREVENT},{AUCHY},5", f"{FREVENT},99999,9", f"{FREVENT},{AUCHY},6")])
        self.assertEqual(refused.returncode, 1)
        self.assertIn("rows[line 3].to", refused.stderr)
        self.assertIn("rows[line 4].to", refused.stderr)
        refused = self.house.cli("import-travel-times", self.file("from,to,minutes", f"{FREVENT},{AUCHY},-5",
                                                                  f"{FREVENT},{SAINT_POL},vite"), check=False)
        self.assertIn("ligne 2 : minutes", refused.stderr)
        self.assertIn("ligne 3 : minutes", refused.stderr)
        self.assertEqual(self.candidates("repair", FREVENT), [(AUCHY, 33)])


if __name__ == "__main__":
    unittest.main()
