# SPDX-License-Identifier: EUPL-1.2
"""The main job on the real programs and the real territory, from the people's side, over HTTP."""

import datetime
import json
import unittest

from tests.support.house import TERNOIS, Refused, new_house, new_id, wait_until

FREVENT = "62361"
SERVICES = {  # trade: (service, thing, key of the thing)
    "rides": ("rides.v1.RidesService", "Ride", "ride"),
    "garage": ("garage.v1.GarageService", "Job", "job"),
    "homehelp": ("homehelp.v1.HomeHelpService", "Visit", "visit"),
}


def in_days(days, hour=10):
    """RFC 3339 UTC of a working day at least `days` ahead."""
    day = datetime.datetime.now(datetime.timezone.utc).replace(hour=hour, minute=0, second=0, microsecond=0)
    day += datetime.timedelta(days=days)
    while day.weekday() != 1:  # a Tuesday: most schedules are open
        day += datetime.timedelta(days=1)
    return day.strftime("%Y-%m-%dT%H:%M:%SZ")


def a_request(kind, commune=FREVENT):
    return {"kind": kind, "residenceCommune": commune, "actingFor": "ACTING_FOR_SELF", "channel": "CHANNEL_WEB",
            "contact": {"displayName": "Camille Exemple", "phone": "+33353010101"}, "consentVersion": "2026-11"}


class Story(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = new_house()
        cls.house = cls.context.__enter__()
        cls.addClassCleanup(cls.context.__exit__, None, None, None)
        cls.house.load()
        cls.house.grant("elue@exemple.invalid", "official", "--epci", TERNOIS)

    def file(self, trade, kind, details, commune=FREVENT):
        service, thing, key = SERVICES[trade]
        answer = self.house.call(f"{service}/Create{thing}",
                                 {"request": a_request(kind, commune), "details": details, "requestId": new_id()})
        return answer[key]["name"], "Code " + answer["trackingCode"]

    def status(self, trade, code):
        service, thing, _ = SERVICES[trade]
        return self.house.call(f"{service}/Get{thing}Status", {}, code)["status"]

    def status_in(self, trade, code, states):
        return wait_until(lambda: (lambda s: s if s["state"].removeprefix("REQUEST_STATE_") in states else None)
                          (self.status(trade, code)), 15, f"one of {states}")

    def staff_of(self, organization):
        """The credential of a person who works there."""
        address = f"staff-{new_id()[:8]}@exemple.invalid"
        self.house.grant(address, "staff", "--organization", organization)
        return self.house.sign_in(address)

    def whom_asked(self, kind, **need):
        found = self.house.call("matcher.v1.MatcherService/FindHelp",
                                {"need": {"kind": kind, "residenceCommune": FREVENT, **need}})
        return found["match"].get("candidates", [])

    def answered_by(self, trade, name, code, organization):
        """Staff of `organization` accepts; the resident sees it."""
        service, thing, _ = SERVICES[trade]
        staff = self.staff_of(organization)
        offers = wait_until(lambda: [o for o in self.house.call(f"{service}/List{thing}Offers", {}, staff)
                                     .get("offers", []) if o["name"].startswith(name + "/")], 15, "the offer")
        self.house.call(f"{service}/Accept{thing}", {"name": offers[0]["name"], "requestId": new_id()}, staff)
        return self.status(trade, code)

    def test_a_repair_for_frevent_by_the_garage_of_another_epci(self):
        candidates = self.whom_asked("repair")
        garage = next(c for c in candidates if c["organizationDisplayName"] == "Accès Auto 62")
        self.assertEqual(garage["organizationCommune"], "62050")
        at_auchy = self.house.call("directory.v1.DirectoryService/GetCommune", {"name": "communes/62050"})
        self.assertNotEqual(at_auchy["epciSiren"], TERNOIS)

        name, code = self.file("garage", "repair", {"symptoms": "Les freins grincent", "vehicleClass": "car"})
        status = self.answered_by("garage", name, code, garage["organization"])
        self.assertEqual(status["state"], "REQUEST_STATE_ACCEPTED")
        self.assertEqual(status["heldByDisplayName"], "Accès Auto 62")

    def test_a_ride(self):
        when = in_days(5)
        candidates = self.whom_asked("volunteer-ride", pickupCommune=FREVENT, dropoffCommune="62767")
        self.assertTrue(candidates)
        name, code = self.file("rides", "volunteer-ride", {
            "purpose": "shopping", "pickupCommune": FREVENT, "dropoffCommune": "62767", "pickupTime": when,
            "passengerCount": 1, "healthInsurancePaid": "HEALTH_INSURANCE_PAID_NO"})
        self.status_in("rides", code, {"SEARCHING"})
        asked = self.asked_organization("rides", name)
        self.assertEqual(self.answered_by("rides", name, code, asked)["state"], "REQUEST_STATE_ACCEPTED")

    def test_help_at_home(self):
        name, code = self.file("homehelp", "housework", {"startTime": in_days(6), "durationMinutes": 120})
        self.status_in("homehelp", code, {"SEARCHING"})
        asked = self.asked_organization("homehelp", name)
        self.assertEqual(self.answered_by("homehelp", name, code, asked)["state"], "REQUEST_STATE_ACCEPTED")

    def asked_organization(self, trade, name):
        """Who was asked, as the database knows it: people see only their own."""
        from tests.support.house import psql
        request = name.split("/")[1]
        return "organizations/" + psql(
            f"SELECT organization_id FROM {trade}.request_offer WHERE request_id = '{request}' ORDER BY score DESC LIMIT 1",
            self.house.database)

    def test_a_commune_that_nobody_serves_ends_unmet_and_shows_as_a_gap(self):
        official = self.house.sign_in("elue@exemple.invalid")
        supply = self.house.call("coverage.v1.CoverageService/GetSupply", {"epciSiren": TERNOIS}, official)
        column = supply["kinds"].index("housework")
        gap = next(c for c in supply["communes"] if c["supplies"][column].get("organizationCount", 0) == 0)

        _, code = self.file("homehelp", "housework", {"startTime": in_days(6)}, gap["commune"])
        status = self.status_in("homehelp", code, {"UNMET"})
        self.assertEqual(status["blockingRule"], "ZONE_NOT_SERVED")

        session = official.removeprefix("Bearer ")
        page = self.page("/territoire?besoin=housework", session)
        self.assertIn(gap["displayName"], page)

    def cli_as(self, credential, *arguments, **options):
        """The command line, as the person who signed in with `credential`."""
        token = self.house.folder / f"token-{new_id()}"
        token.write_text(credential.removeprefix("Bearer "))
        return self.house.cli(*arguments, token_file=token, **options)

    def test_explain_says_why_in_french_to_whom_it_concerns(self):
        name, code = self.file("garage", "repair", {"symptoms": "Bruit à froid", "vehicleClass": "car"})
        self.status_in("garage", code, {"SEARCHING"})
        asked = next(c for c in self.whom_asked("repair") if c["organizationDisplayName"] == "Accès Auto 62")
        garage = self.staff_of(asked["organization"])
        offer = next(o["name"] for o in self.house.call("garage.v1.GarageService/ListJobOffers", {}, garage)["offers"]
                     if o["name"].startswith(name + "/"))

        text = self.cli_as(garage, "explain", offer).stdout
        self.assertIn(f"Demande {name} : faire réparer un véhicule, Frévent", text)
        self.assertIn("Accès Auto 62 (votre structure)", text)
        self.assertRegex(text, r"1\. .+ vient en premier \([\d\u202f]+ points sur 10\u202f000\)")
        self.assertNotIn("Camille", text)

        for_operators = self.house.cli("explain", name).stdout
        self.assertIn("Accès Auto 62", for_operators)
        self.assertNotIn("Frévent", for_operators)

        elsewhere = self.house.call("directory.v1.DirectoryService/SearchServices", {"kind": "housework"})
        stranger = self.staff_of(elsewhere["services"][0]["organization"]["name"])
        refused = self.cli_as(stranger, "explain", name, check=False)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("REQUEST_UNKNOWN", refused.stderr)

    def test_explain_says_why_of_a_need_that_nobody_filed(self):
        text = self.house.cli("explain", "--kind", "repair", "--commune", "FREVENT").stdout
        self.assertIn("vient en premier", text)
        self.assertNotIn("points", text)
        message = json.loads(self.house.cli("--output", "json", "explain", "--kind", "repair", "--commune",
                                            FREVENT).stdout)
        self.assertTrue(message["match"]["candidates"])

    def plan(self, command, message):
        """The table of a planning command, by the operator, for a file with `message`."""
        path = self.house.folder / f"{command}.json"
        path.write_text(json.dumps(message))
        return self.house.cli(command, str(path)).stdout

    def test_assign_gives_needs_to_the_places_that_serve_them(self):
        garage = next(c for c in self.whom_asked("repair") if c["organizationDisplayName"] == "Accès Auto 62")
        text = self.plan("assign", {
            "places": [{"id": "mardi", "service_offer": garage["serviceOffer"], "capacity": 1}],
            "tasks": [{"id": f"d{i}", "need": {"kind": "repair", "residence_commune": FREVENT}} for i in (1, 2)]})
        self.assertRegex(text, r"d[12] +mardi +\d+ min")
        self.assertIn("les places possibles sont prises", text)
        self.assertIn("rien ne peut coûter moins", text)

    def test_plan_day_tells_a_drivers_day(self):
        def window(hour, minutes):
            return {"start_time": f"2027-02-02T{hour:02}:00:00Z", "end_time": f"2027-02-02T{hour:02}:{minutes:02}:00Z"}
        text = self.plan("plan-day", {
            "drivers": [{"id": "anna", "home_commune": "62050", "availabilities": [
                {"start_time": "2027-02-02T07:00:00Z", "end_time": "2027-02-02T12:00:00Z"}]}],
            "legs": [{"id": "aller", "pickup_commune": FREVENT, "dropoff_commune": "62767",
                      "pickup_window": window(9, 15)},
                     {"id": "soir", "pickup_commune": FREVENT, "dropoff_commune": "62767",
                      "pickup_window": window(18, 15)}]})
        self.assertRegex(text, r"anna +\d\d:\d\d +part de chez soi")
        self.assertRegex(text, r"anna +10:\d\d +prend +aller +Frévent")
        self.assertIn("Sans conducteur : soir (aucun conducteur n'est disponible à ces heures)", text)

    def page(self, path, session):
        """A page as the browser of a signed-in person gets it."""
        status, _, body = self.house.http("GET", path, headers={"Cookie": f"entraide={session}"})
        self.assertEqual(status, 200, path)
        return body.decode()

    def test_the_code_of_one_request_opens_no_other(self):
        _, code = self.file("garage", "repair", {"symptoms": "Voyant moteur allumé"})
        with self.assertRaises(Refused) as refused:
            self.house.call("rides.v1.RidesService/GetRideStatus", {}, code)
        self.assertEqual(refused.exception.code, "not_found")

    def test_the_same_request_id_files_once_and_shows_the_same_code(self):
        message = {"request": a_request("repair"), "details": {"symptoms": "Ne démarre plus"}, "requestId": new_id()}
        first = self.house.call("garage.v1.GarageService/CreateJob", message)
        self.assertEqual(self.house.call("garage.v1.GarageService/CreateJob", message)["trackingCode"],
                         first["trackingCode"])
        message["details"]["symptoms"] = "Autre chose"
        with self.assertRaises(Refused) as refused:
            self.house.call("garage.v1.GarageService/CreateJob", message)
        self.assertEqual(refused.exception.reason, "REQUEST_ID_REUSED")


if __name__ == "__main__":
    unittest.main()
