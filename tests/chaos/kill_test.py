# SPDX-License-Identifier: EUPL-1.2
"""kill -9 of entraide-all, 20 times, while requests are filed: what was acknowledged is there, once."""

import http.client
import os
import random
import threading
import time
import unittest

from tests.support.house import Refused, new_house, new_id, psql, wait_until

KILLS = 20
WRITERS = 4
LETTERS = str.maketrans("0123456789-", "ghijklmnopq")  # digits of an id may look like a telephone number
SEED = int(os.environ.get("ENTRAIDE_SEED", random.randrange(1 << 32)))


class Ledger:
    """What each writer asked for, and what it was told. One line per request_id."""

    def __init__(self):
        self.lock = threading.Lock()
        self.asked = set()
        self.acknowledged = set()
        self.unanswered = 0

    def ask(self, note):
        with self.lock:
            self.asked.add(note)

    def acknowledge(self, note):
        with self.lock:
            self.acknowledged.add(note)

    def count_unanswered(self):
        with self.lock:
            self.unanswered += 1


def write(house, ledger, stop):
    """Files requests one after the other; an unanswered one is sent again with the same request_id until answered."""
    while not stop.is_set():
        request_id = new_id()
        note = request_id.translate(LETTERS)
        message = {
            "request": {"kind": "repair", "residenceCommune": "62361", "actingFor": "ACTING_FOR_SELF",
                        "contact": {"displayName": "Camille Exemple", "phone": "+33353010101"},
                        "notePublic": note, "consentVersion": "2026-11"},
            "details": {"symptoms": "Les freins grincent"}, "requestId": request_id}
        ledger.ask(note)
        while not stop.is_set():
            try:
                house.call("garage.v1.GarageService/CreateJob", message)
                ledger.acknowledge(note)
                break
            except (OSError, http.client.HTTPException, ValueError):
                ledger.count_unanswered()
                time.sleep(0.02)  # the port is closed until the restart
            except Refused as refused:
                if refused.code not in ("unavailable", "deadline_exceeded", "resource_exhausted"):
                    raise
                ledger.count_unanswered()


class Kill(unittest.TestCase):
    def test_nothing_acknowledged_is_lost_or_doubled(self):
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        ledger = Ledger()
        stop = threading.Event()
        with new_house() as house:
            house.load()
            writers = [threading.Thread(target=write, args=(house, ledger, stop), daemon=True) for _ in range(WRITERS)]
            for writer in writers:
                writer.start()
            try:
                for kill in range(KILLS):
                    wanted = len(ledger.acknowledged) + chance.randrange(5, 60)
                    wait_until(lambda count=wanted: len(ledger.acknowledged) >= count, 30, f"writes before kill {kill + 1}")
                    house.kill()
                    house.start()
            finally:
                stop.set()
            for writer in writers:
                writer.join(timeout=60)
            rows = psql("SELECT note_public FROM garage.request", house.database).splitlines()
        print(f"{KILLS} kills, {len(ledger.acknowledged)} acknowledged, {ledger.unanswered} unanswered tries, "
              f"{len(rows)} rows")
        self.assertEqual(len(rows), len(set(rows)), "a request is there twice")
        self.assertEqual(ledger.acknowledged - set(rows), set(), "an acknowledged request is lost")
        self.assertEqual(set(rows) - ledger.asked, set(), "a request is there that nobody sent")


if __name__ == "__main__":
    unittest.main()
