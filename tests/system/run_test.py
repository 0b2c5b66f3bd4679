# SPDX-License-Identifier: EUPL-1.2
"""deploy/run and deploy/stop from outside: what was acknowledged outlives the kill -9 of any part."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import unittest

from tests.support.house import ROOT, House, new_id, wait_until
from tests.system.story_test import a_request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Run(unittest.TestCase):
    def setUp(self):
        self.data = pathlib.Path(tempfile.mkdtemp(prefix="entraide-run."))
        self.port = free_port()
        self.addCleanup(shutil.rmtree, self.data)
        self.addCleanup(self.command, "stop", check=False)

    def command(self, name, *options, check=True):
        done = subprocess.run([ROOT / "deploy" / name, "--data", self.data, *options], text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=200, env={**os.environ, "ENTRAIDE_PRESET": "dev"})
        if check and done.returncode != 0:
            raise AssertionError(f"deploy/{name}: {done.stdout}{done.stderr}")
        return done

    def start(self, check=True):
        return self.command("run", "--detach", "--port", str(self.port), check=check)

    def pid(self, file):
        return int((self.data / file).read_text().split()[0])

    def test_kill_9_of_any_part_loses_nothing(self):
        self.assertIn(f"http://localhost:{self.port}/", self.start().stdout)
        house = House(self.data / "state", "")
        self.addCleanup(house.log.close)
        house.port = self.port
        codes = []
        for parts in (["run.pid"], ["entraide.pid"], ["pg/data/postmaster.pid"],
                      ["run.pid", "entraide.pid", "pg/data/postmaster.pid"]):
            answer = house.call("garage.v1.GarageService/CreateJob", {
                "request": a_request("repair"), "requestId": new_id(),
                "details": {"symptoms": "Les freins grincent", "vehicleClass": "car"}})
            codes.append("Code " + answer["trackingCode"])
            supervisor = self.pid("run.pid")
            for part in [self.pid(file) for file in parts]:
                os.kill(part, signal.SIGKILL)
            wait_until(lambda pid=supervisor: not pathlib.Path(f"/proc/{pid}/exe").exists(), 60, "deploy/run to end")
            self.start()
            for code in codes:
                house.call("garage.v1.GarageService/GetJobStatus", {}, code)
        self.assertEqual(len(set(codes)), 4)

    def test_one_house_on_one_folder(self):
        self.start()
        again = self.start(check=False)
        self.assertNotEqual(again.returncode, 0)
        self.assertIn("already runs", again.stderr)
        self.assertIn("Stopped.", self.command("stop").stdout)
        self.assertIn("Nothing runs", self.command("stop").stdout)
        self.assertFalse((self.data / "run.pid").exists())


if __name__ == "__main__":
    unittest.main()
