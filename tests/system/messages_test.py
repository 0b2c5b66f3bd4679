# SPDX-License-Identifier: EUPL-1.2
"""What people are told of their requests, on the real programs: mails as files, a real relay, a real gateway, kill -9."""

import email
import email.policy
import json
import pathlib
import re
import subprocess
import tempfile
import unittest

from tests.support.house import ROOT, new_house, new_id, psql, wait_until
from tests.system.story_test import FREVENT, in_days

JEANNE = "jeanne@exemple.invalid"


def a_ride(contact, when=None):
    return {"request": {"kind": "volunteer-ride", "residenceCommune": FREVENT, "actingFor": "ACTING_FOR_SELF",
                        "channel": "CHANNEL_WEB", "contact": {"displayName": "Jeanne Exemple", **contact},
                        "consentVersion": "2026-11"},
            "details": {"purpose": "shopping", "pickupCommune": FREVENT, "dropoffCommune": "62767",
                        "pickupTime": when or in_days(5), "passengerCount": 1,
                        "healthInsurancePaid": "HEALTH_INSURANCE_PAID_NO"},
            "requestId": new_id()}


def file_ride(house, contact, when=None):
    answer = house.call("rides.v1.RidesService/CreateRide", a_ride(contact, when))
    return answer["ride"]["name"], answer["trackingCode"]


class Mails:
    """The mails in a folder, by address."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def to(self, address):
        found = []
        for path in sorted(self.folder.glob("*.eml")):
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if address in mail["To"]:
                found.append(mail)
        return found


def text_of(mail):
    return mail.get_content().replace("\r\n", "\n")


def server(script, *arguments):
    """(process, port) of a program of tests/support that prints its port."""
    process = subprocess.Popen(["python3", ROOT / "tests" / "support" / script, *arguments], stdout=subprocess.PIPE, text=True)
    return process, int(process.stdout.readline())


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = new_house("--base-url=https://entraide.example")
        cls.house = cls.context.__enter__()
        cls.addClassCleanup(cls.context.__exit__, None, None, None)
        cls.house.load()
        cls.mails = Mails(cls.house.folder / "messages")

    def test_who_files_by_mail_gets_a_code_and_a_link_that_cancels_once(self):
        address = f"{new_id()}@exemple.invalid"
        name, code = file_ride(self.house, {"email": address})
        [mail] = wait_until(lambda: self.mails.to(address), 15, "the mail")
        self.assertEqual(mail["Subject"], "Votre demande de trajet est bien arrivée")
        self.assertIn(f"https://entraide.example/suivre#code={code}", text_of(mail))
        self.assertNotIn("Exemple", text_of(mail))  # nobody's name

        link = re.search(r"https://entraide.example(/message/annuler)#code=([0-9A-Z-]+)", text_of(mail))
        status, _, page = self.house.http("GET", link[1])  # as a mail scanner does
        self.assertEqual(status, 200)
        state = self.house.call("rides.v1.RidesService/GetRideStatus", {}, "Code " + code)["status"]["state"]
        self.assertNotEqual(state, "REQUEST_STATE_CANCELLED")

        follow = {"code": link[2], "action": "LINK_ACTION_CANCEL"}
        self.assertEqual(self.house.call("notify.v1.NotifyService/FollowLink", follow), {})
        self.assertEqual(self.house.call("notify.v1.NotifyService/FollowLink", follow), {"doneBefore": True})
        state = self.house.call("rides.v1.RidesService/GetRideStatus", {}, "Code " + code)["status"]["state"]
        self.assertEqual(state, "REQUEST_STATE_CANCELLED")
        wait_until(lambda: len(self.mails.to(address)) == 2, 15, "the mail that says so")
        self.assertEqual(self.mails.to(address)[1]["Subject"], "Votre demande de trajet est annulée")

    def test_a_mobile_without_mail_gets_a_short_message(self):
        before = set((self.house.folder / "messages").glob("*.sms"))
        file_ride(self.house, {"phone": "06 12 34 56 78", "smsOk": True})
        new = wait_until(lambda: set((self.house.folder / "messages").glob("*.sms")) - before, 15, "the message")
        text = new.pop().read_text()
        self.assertTrue(text.startswith("To: +33612345678\n\nEntraide : votre demande de trajet est bien"), text)

    def test_who_wants_to_be_called_gets_none_and_the_operator_sees_why(self):
        address = f"{new_id()}@exemple.invalid"
        name, _ = file_ride(self.house, {"email": address, "phone": "+33353010101", "noDigital": True})
        listed = wait_until(lambda: [m for m in self.messages("--state", "dropped") if m["request"] == name], 15,
                            "the dropped message")
        self.assertEqual(listed[0]["reason"], "NO_ADDRESS")
        self.assertEqual(self.mails.to(address), [])

    def test_nothing_that_names_anybody_is_kept_or_logged(self):
        address = f"{new_id()}@exemple.invalid"
        file_ride(self.house, {"email": address, "phone": "+33353010199"})
        wait_until(lambda: self.mails.to(address), 15, "the mail")
        for table in ("message", "announced", "link", "unsubscribed", "outbox"):
            rows = psql(f"SELECT * FROM notify.{table}", self.house.database)
            self.assertNotIn(address, rows)
        self.assertNotIn(address, psql("SELECT topic, key FROM rides.outbox", self.house.database))
        self.assertNotIn(address, (self.house.folder / "log").read_text())

    def messages(self, *options):
        return json.loads(self.house.cli("--output=json", "messages", *options).stdout).get("messages", [])


class Relays(unittest.TestCase):
    def setUp(self):
        self.kept = pathlib.Path(tempfile.mkdtemp(prefix="entraide-relay."))
        self.addCleanup(lambda: subprocess.run(["rm", "-rf", self.kept], check=True))

    def relay(self, script, *mood):
        process, port = server(script, str(self.kept), *mood)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return port

    def to_jeanne(self, house, *options):
        """The message that her ride has arrived, if it is listed; organizations are written to as well."""
        listed = json.loads(house.cli("--output=json", "messages", *options).stdout).get("messages", [])
        return [message for message in listed if message["letter"] == "filed"]

    def test_killed_between_send_and_mark_the_mail_comes_again_and_says_so(self):
        port = self.relay("smtp_relay.py", "silent")
        mails = Mails(self.kept)
        with new_house(f"--smtp-url=smtp://127.0.0.1:{port}") as house:
            house.load()
            file_ride(house, {"email": JEANNE})
            wait_until(lambda: mails.to(JEANNE), 15, "the mail at the relay")
            house.kill()  # the relay has it, and nobody here knows
            self.assertEqual(psql("SELECT state FROM notify.message WHERE letter = 'filed'", house.database), "SENDING")
            house.start(f"--smtp-url=smtp://127.0.0.1:{port}")
            psql("UPDATE notify.message SET due_time = now()", house.database)  # its lease is a minute
            [again] = wait_until(lambda: self.to_jeanne(house, "--twice"), 30, "the flagged message")
            wait_until(lambda: len(mails.to(JEANNE)) == 2, 15, "the second copy")
            self.assertEqual({mail["Message-ID"] for mail in mails.to(JEANNE)}, {mails.to(JEANNE)[0]["Message-ID"]})
            wait_until(lambda: self.to_jeanne(house, "--state", "sent"), 15, "the end of it")
            _, _, figures = house.http("GET", "/metrics")
            self.assertIn('outcome="POSSIBLY_SENT_TWICE",worker="notify-messages"} 1', figures.decode())
            self.assertTrue(again["possibly_sent_twice"])

    def test_a_dead_letter_is_seen_and_sent_anew(self):
        port = self.relay("smtp_relay.py", "unknown")
        with new_house(f"--smtp-url=smtp://127.0.0.1:{port}") as house:
            house.load()
            file_ride(house, {"email": JEANNE})
            [dead] = wait_until(lambda: self.to_jeanne(house), 15, "the dead message")
            self.assertEqual(dead["reason"], "MAIL_REFUSED")
            self.assertIn("filed", house.cli("messages").stdout)
            house.stop()
            house.start(f"--smtp-url=smtp://127.0.0.1:{self.relay('smtp_relay.py')}")
            house.cli("replay", "--all")
            wait_until(lambda: Mails(self.kept).to(JEANNE), 15, "the mail")
            self.assertEqual(self.to_jeanne(house), [])

    def test_a_short_message_leaves_by_the_gateway(self):
        port = self.relay("sms_gateway.py", "202")
        with new_house(f"--sms-url=http://127.0.0.1:{port}/sms") as house:
            house.load()
            file_ride(house, {"phone": "+33612345678", "smsOk": True})
            kept = wait_until(lambda: list(self.kept.glob("*.json")), 15, "the message at the gateway")
            self.assertEqual(json.loads(kept[0].read_text())["body"]["to"], "+33612345678")


if __name__ == "__main__":
    unittest.main()
