# SPDX-License-Identifier: EUPL-1.2
"""A whole Entraide for tests from outside: the shipped programs on a database and a folder of their own.

Needs what tests/support/with-postgres exports (PGHOST, PGUSER). ENTRAIDE_BIN is the folder of the programs: build/dev/bin.
"""

import contextlib
import email
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "deploy" / "data" / "ternois"
TERNOIS = "200069672"


def programs():
    return pathlib.Path(os.environ.get("ENTRAIDE_BIN", ROOT / "build" / "dev" / "bin"))


class Refused(Exception):
    """A Connect error: `code`, `reason` and the wrong fields as {field: reason}."""

    def __init__(self, status, answer):
        self.status = status
        self.code = answer.get("code", "")
        self.reason = ""
        self.fields = {}
        for detail in answer.get("details", []):
            debug = detail.get("debug", {})
            self.reason = debug.get("reason", self.reason)
            for violation in debug.get("fieldViolations", []):
                self.fields[violation["field"]] = violation.get("reason", "")
        super().__init__(f"{status} {json.dumps(answer)}")


class House:
    """Programs under `folder`, which also holds keys, mail and the operator's token."""

    def __init__(self, folder, database):
        self.folder = pathlib.Path(folder)
        self.database = database
        self.socket = self.folder / "rpc.sock"
        self.process = None
        self.port = 0
        self.log = open(self.folder / "log", "ab")

    def start(self, *flags):
        ready = self.folder / "ready"
        ready.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [programs() / "entraide-all", f"--database=dbname={self.database}", f"--http-port={self.port}",
             f"--socket={self.socket}", f"--state-dir={self.folder}", f"--ready-file={ready}", *flags],
            stderr=self.log, stdout=self.log)
        wait_until(lambda: ready.exists() or self.process.poll() is not None, 30, "entraide-all to serve")
        if self.process.poll() is not None:
            raise AssertionError("entraide-all ended: " + (self.folder / "log").read_text()[-2000:])
        self.port = int(re.search(r"port=(\d+)", ready.read_text())[1])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Drains; the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def cli(self, *arguments, token_file=None, check=True, stdin=""):
        options = [f"--server=unix:{self.socket}"]
        options.append(f"--token-file={token_file or self.folder / 'operator.token'}")
        done = subprocess.run([programs() / "entraide", *options, *arguments], input=stdin, text=True,
                              capture_output=True, timeout=60)
        if check and done.returncode != 0:
            raise AssertionError(f"entraide {arguments}: {done.stderr}")
        return done

    def load(self):
        """The territory, the organisations, and who may sign in, as deploy/run loads them."""
        self.cli("import-communes", str(DATA / "communes.csv"))
        self.cli("import-organizations", str(DATA / "organizations.jsonl"))
        wait_until(self.knows_offers, 10, "the matcher to know the offers")

    def knows_offers(self):
        need = {"kind": "repair", "residenceCommune": "62361"}
        return self.call("matcher.v1.MatcherService/FindHelp", {"need": need})["match"].get("candidates")

    def grant(self, address, role, *options):
        self.cli("grant", address, role, "--demo", *options)

    def http(self, method, path, body=None, headers=None):
        """(status, headers, bytes) of one exchange."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()

    def call(self, method, message, credential=None):
        """One RPC in Connect JSON: `rides.v1.RidesService/CreateRide`. Raises Refused."""
        headers = {"Content-Type": "application/json", "Connect-Protocol-Version": "1"}
        if credential:
            headers["Authorization"] = credential
        status, _, body = self.http("POST", f"/entraide.{method}", json.dumps(message).encode(), headers)
        answer = json.loads(body)
        if status != 200:
            raise Refused(status, answer)
        return answer

    def sign_in(self, address):
        """A session's credential, by the mail that a person gets."""
        mail = self.folder / "mail"
        before = set(mail.glob("*")) if mail.exists() else set()
        asked = self.call("identity.v1.IdentityService/RequestMagicLink", {"email": address, "requestId": new_id()})
        new = wait_until(lambda: (set(mail.glob("*.eml")) if mail.exists() else set()) - before, 10,
                         f"the mail to {address}")
        text = email.message_from_bytes(new.pop().read_bytes()).get_payload(decode=True).decode()
        code = re.search(r"#code=([0-9A-Za-z-]+)", text)[1]
        session = self.call("identity.v1.IdentityService/RedeemMagicLink",
                            {"code": code, "browserToken": asked["browserToken"]})
        return "Bearer " + session["sessionToken"]


@contextlib.contextmanager
def new_house(*flags):
    """A started House on a database of its own; both are gone afterwards."""
    folder = tempfile.mkdtemp(prefix="entraide-house.")
    database = "house_" + uuid.uuid4().hex[:12]
    psql(f"CREATE DATABASE {database} TEMPLATE template_entraide STRATEGY file_copy")
    house = House(folder, database)
    try:
        house.start(*flags)
        yield house
    finally:
        if house.process and house.process.poll() is None:
            house.kill()
        house.log.close()
        psql(f"DROP DATABASE {database} WITH (FORCE)")
        shutil.rmtree(folder)


def psql(statement, database="postgres"):
    done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement], text=True,
                          capture_output=True, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout.strip()


def new_id():
    return str(uuid.uuid4())


def wait_until(what, seconds, name):
    """The first true value of `what()`, or a failure that says what did not come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s for {name}")
