# SPDX-License-Identifier: EUPL-1.2
"""Who has taken on as many as there is room for is not asked, until something is freed."""

import unittest

from tests.support.house import new_house, new_id, wait_until

FREVENT = "62361"


class Capacity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = new_house()
        cls.house = cls.context.__enter__()
        cls.addClassCleanup(cls.context.__exit__, None, None, None)
        cls.house.load()

    def find_help(self):
        need = {"kind": "repair", "residenceCommune": FREVENT}
        return self.house.call("matcher.v1.MatcherService/FindHelp", {"need": need})["match"]

    def refused_by(self):
        return {refusal["rule"] for refusal in self.find_help().get("refusals", [])}

    def file(self):
        """A resident's repair: (name, credential)."""
        request = {"kind": "repair", "residenceCommune": FREVENT, "actingFor": "ACTING_FOR_SELF",
                   "channel": "CHANNEL_WEB", "consentVersion": "2026-11",
                   "contact": {"displayName": "Camille Exemple", "phone": "+33353010101"}}
        filed = self.house.call("garage.v1.GarageService/CreateJob", {
            "request": request, "details": {"symptoms": "Les freins grincent"}, "requestId": new_id()})
        return filed["job"]["name"], "Code " + filed["trackingCode"]

    def status_once(self, code, state):
        def status():
            found = self.house.call("garage.v1.GarageService/GetJobStatus", {}, code)["status"]
            return found if found["state"] == f"REQUEST_STATE_{state}" else None
        return wait_until(status, 15, state)

    def accept(self, name, staff):
        offers = self.house.call("garage.v1.GarageService/ListJobOffers", {}, staff)["offers"]
        offer = next(o["name"] for o in offers if o["name"].startswith(name + "/"))
        self.house.call("garage.v1.GarageService/AcceptJob", {"name": offer, "requestId": new_id()}, staff)

    def test_a_garage_with_one_place_takes_one_repair_at_a_time(self):
        garage = self.find_help()["candidates"][0]
        self.house.grant("garage@exemple.invalid", "staff", "--organization", garage["organization"])
        staff = self.house.sign_in("garage@exemple.invalid")
        self.house.call("directory.v1.DirectoryService/UpdateCapacity", {
            "name": garage["serviceOffer"], "requestId": new_id(),
            "capacity": {"state": "STATE_OPEN", "unit": "place", "maximum": 1, "available": 1}}, staff)

        first, first_code = self.file()
        self.status_once(first_code, "SEARCHING")
        self.accept(first, staff)
        wait_until(lambda: "NO_CAPACITY" in self.refused_by(), 10, "the matcher to know that the place is taken")
        self.assertNotIn("candidates", self.find_help())

        _, second_code = self.file()
        self.assertEqual(self.status_once(second_code, "UNMET")["blockingRule"], "NO_CAPACITY")

        self.house.stop()  # What is held is known again to a matcher that starts from nothing.
        self.house.start()
        self.assertIn("NO_CAPACITY", self.refused_by())

        self.house.call("garage.v1.GarageService/CancelJob", {"requestId": new_id()}, first_code)
        wait_until(lambda: self.find_help().get("candidates"), 10, "the matcher to know that the place is free")
        third, third_code = self.file()
        self.status_once(third_code, "SEARCHING")
        self.accept(third, staff)


if __name__ == "__main__":
    unittest.main()
