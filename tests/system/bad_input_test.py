# SPDX-License-Identifier: EUPL-1.2
"""What people and programs get wrong, sent to the real programs: each time a clear answer, and nothing kept by halves."""

import datetime
import json
import re
import unittest
import urllib.parse

from tests.support.house import DATA, Refused, new_house, new_id, psql
from tests.system.story_test import FREVENT, a_request, in_days

CREATE_RIDE = "rides.v1.RidesService/CreateRide"
CREATE_JOB = "garage.v1.GarageService/CreateJob"
TABLES = [*(f"{trade}.{table}" for trade in ("rides", "garage", "homehelp")
            for table in ("request", "contact", "request_offer")),
          "directory.commune", "directory.organization", "directory.service_offer"]
JSON = {"Content-Type": "application/json", "Connect-Protocol-Version": "1"}


def a_ride(**details):
    return {"request": a_request("volunteer-ride"), "requestId": new_id(), "details": {
        "purpose": "shopping", "pickupCommune": FREVENT, "dropoffCommune": "62767", "pickupTime": in_days(5),
        "passengerCount": 1, "healthInsurancePaid": "HEALTH_INSURANCE_PAID_NO", **details}}


def a_job(**details):
    return {"request": a_request("repair"), "requestId": new_id(),
            "details": {"symptoms": "Les freins grincent", "vehicleClass": "car", **details}}


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = new_house()
        cls.house = cls.context.__enter__()
        cls.addClassCleanup(cls.context.__exit__, None, None, None)
        cls.house.load()

    def setUp(self):
        self.before = self.kept()

    def tearDown(self):
        self.assertEqual(self.kept(), self.before, "something was kept of what was refused")

    def kept(self):
        """How many rows stand where requests, their contacts, their offers and the directory are kept."""
        return psql(" UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in TABLES),
                    self.house.database)

    def refused(self, method, message):
        with self.assertRaises(Refused) as caught:
            self.house.call(method, message)
        return caught.exception

    def wrong_fields(self, method, message):
        refused = self.refused(method, message)
        self.assertEqual((refused.code, refused.reason), ("invalid_argument", "FIELDS_INVALID"))
        return refused.fields

    def post(self, method, body, headers=None):
        """(status, Connect error) of a body sent as it is."""
        status, _, answer = self.house.http("POST", f"/entraide.{method}", body, headers or JSON)
        return status, json.loads(answer)

    def post_page(self, path, fields):
        """(status, text) of a form sent as a browser sends it."""
        origin = f"http://127.0.0.1:{self.house.port}"
        body = fields if isinstance(fields, bytes) else urllib.parse.urlencode(fields).encode()
        status, _, page = self.house.http("POST", path, body, {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": origin, "Sec-Fetch-Site": "same-origin"})
        return status, page.decode()

    def test_an_unknown_commune_names_its_field(self):
        message = a_ride(pickupCommune="62999", dropoffCommune="99999")
        message["request"]["residenceCommune"] = "00000"
        fields = self.wrong_fields(CREATE_RIDE, message)
        self.assertLessEqual({"request.residence_commune", "details.pickup_commune", "details.dropoff_commune"},
                             set(fields))

    def test_a_past_date(self):
        past = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)
        fields = self.wrong_fields(CREATE_RIDE, a_ride(pickupTime=past.strftime("%Y-%m-%dT%H:%M:%SZ")))
        self.assertEqual(fields, {"details.pickup_time": "IN_PAST"})

    def test_empty_text_and_text_too_long(self):
        self.assertEqual(self.wrong_fields(CREATE_JOB, a_job(symptoms="")), {"details.symptoms": "REQUIRED"})
        self.assertEqual(self.wrong_fields(CREATE_JOB, a_job(symptoms="a" * 1001)), {"details.symptoms": "TOO_LONG"})

    def test_all_wrong_fields_are_named_at_once(self):
        message = a_job(symptoms="")
        message["request"]["contact"] = {"displayName": "", "phone": "12", "email": "no address"}
        fields = self.wrong_fields(CREATE_JOB, message)
        self.assertLessEqual({"details.symptoms", "request.contact.display_name", "request.contact.phone",
                              "request.contact.email"}, set(fields))

    def test_ten_megabytes_are_turned_away(self):
        body = json.dumps(a_job(symptoms="a" * 10_000_000)).encode()
        status, _, answer = self.house.http("POST", f"/entraide.{CREATE_JOB}", body, JSON)
        self.assertEqual(status, 413)
        self.assertRegex(answer.decode(), r"C'est trop long : \d+ octets au plus")

    def test_a_nul_byte(self):
        self.assertEqual(self.wrong_fields(CREATE_JOB, a_job(symptoms="Les freins\0grincent")),
                         {"details.symptoms": "NOT_TEXT"})

    def test_invalid_utf_8(self):
        body = json.dumps(a_job()).encode().replace(b"freins", b"fr\xff\xfeins")
        status, answer = self.post(CREATE_JOB, body)
        self.assertEqual((status, answer["code"]), (400, "invalid_argument"))

    def test_a_body_that_is_no_json(self):
        for body in (b"", b"{", b"not JSON", b"[1, 2]", b'{"request": 12}', b"\xff" * 100):
            with self.subTest(body=body):
                status, answer = self.post(CREATE_JOB, body)
                self.assertEqual((status, answer["code"]), (400, "invalid_argument"))

    def test_an_unknown_enum_value_or_field(self):
        for change in ({"actingFor": "ACTING_FOR_NOBODY"}, {"channel": 99}, {"favouriteColour": "blue"}):
            with self.subTest(change=change):
                message = a_job()
                message["request"].update(change)
                refused = self.refused(CREATE_JOB, message)
                self.assertEqual(refused.code, "invalid_argument")
                self.assertTrue(refused.fields or refused.reason == "REQUEST_MALFORMED", refused)

    def test_an_unknown_kind(self):
        message = a_job()
        message["request"]["kind"] = "flying-carpet"
        self.assertEqual(self.wrong_fields(CREATE_JOB, message), {"request.kind": "UNKNOWN_VALUE"})

    def test_a_request_id_that_is_none(self):
        for request_id in ("", "12", "not-a-uuid"):
            with self.subTest(request_id=request_id):
                refused = self.refused(CREATE_JOB, {**a_job(), "requestId": request_id})
                self.assertEqual((refused.code, refused.reason), ("invalid_argument", "REQUEST_ID_INVALID"))

    def test_a_table_with_a_broken_line_is_refused_whole(self):
        lines = (DATA / "communes.csv").read_text(encoding="utf-8").splitlines()
        lines[3] = lines[3].replace(",", ";", 2)
        broken = self.house.folder / "broken.csv"
        broken.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = self.house.cli("import-communes", str(broken), check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"ligne 4\b")

    def test_organisations_with_a_broken_line_are_refused_whole(self):
        lines = (DATA / "organizations.jsonl").read_text(encoding="utf-8").splitlines()
        broken = self.house.folder / "broken.jsonl"
        broken.write_text("\n".join([*lines[:2], '{"organization": {"displayName": "Sans nom', *lines[2:]]) + "\n",
                          encoding="utf-8")
        done = self.house.cli("import-organizations", str(broken), check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"ligne 3\b")

    def test_the_page_asks_which_commune_of_a_shared_postcode(self):
        status, page = self.post_page("/demande", {"kind": "repair", "commune": "62270", "etape": "commune"})
        self.assertEqual(status, 422)
        self.assertIn("Frévent", page)
        self.assertGreater(len(re.findall(r'type="radio" [^>]*name="commune_code"', page)), 1)

    def test_the_page_says_in_french_what_is_wrong(self):
        for commune in ("Nullepart-sur-Rien", "99999", "", "Fr\0vent"):
            with self.subTest(commune=commune):
                status, page = self.post_page("/demande", {"kind": "repair", "commune": commune, "etape": "commune"})
                self.assertEqual(status, 422)
                self.assertIn('id="commune-error"', page)

    def test_a_form_of_ten_megabytes_or_of_no_text(self):
        status, answer = self.post_page("/demande", b"kind=repair&commune=" + b"a" * 10_000_000)
        self.assertEqual(status, 413)
        self.assertIn("trop long", answer)
        status, page = self.post_page("/demande", b"kind=repair&commune=%ff%fe%00&etape=commune")
        self.assertEqual(status, 422)
        self.assertIn("<html lang=\"fr\"", page)


if __name__ == "__main__":
    unittest.main()
