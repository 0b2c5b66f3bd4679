# SPDX-License-Identifier: EUPL-1.2
"""The contract as clients that nobody here wrote speak it: connect-web in Chromium, grpc-js, Python's grpcio, buf curl."""

import importlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import grpc

from tests.support.house import ROOT, new_house, new_id

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = ROOT / "tests" / "tools"


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], text=True, capture_output=True, timeout=120, check=False,
                          **options)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


class ForeignClients(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        context = new_house()
        cls.house = context.__enter__()
        cls.addClassCleanup(context.__exit__, None, None, None)
        cls.house.load()
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="entraide-conformance."))
        cls.addClassCleanup(shutil.rmtree, cls.work)

    def check(self, report):
        """What every client reports: a read, a write told twice, and a refusal with its details."""
        self.assertEqual(report["commune"], "Frévent")
        self.assertRegex(report["trackingCode"], r"^G-")
        self.assertEqual(report["again"], report["trackingCode"])
        self.assertEqual(report["code"], "invalid_argument")
        self.assertEqual(report["reason"], "FIELDS_INVALID")
        self.assertIn("details.symptoms", report["fields"])

    def test_connect_web_from_chromium(self):
        plugin = TOOLS / "node_modules" / ".bin" / "protoc-gen-es"
        protos = [path.relative_to(ROOT / "proto") for path in sorted((ROOT / "proto").rglob("*.proto"))]
        generated = self.work / "gen"
        generated.mkdir()
        (generated / "package.json").write_text('{"type": "module"}')
        run("protoc", f"--plugin=protoc-gen-es={plugin}", f"--es_out={generated}", "--es_opt=target=js",
            f"-I{ROOT / 'proto'}", *protos)
        (self.work / "client.js").write_text((HERE / "connect_web_client.js").read_text())
        bundle = self.work / "bundle.js"
        run("esbuild", self.work / "client.js", "--bundle", "--format=iife", f"--outfile={bundle}",
            env={**os.environ, "NODE_PATH": str(TOOLS / "node_modules")})
        reports = json.loads(run("node", HERE / "in_chromium.mjs", TOOLS, bundle,
                                 f"http://127.0.0.1:{self.house.port}", cwd=self.work))
        self.assertEqual(sorted(reports), ["connect-binary", "connect-json", "grpc-web"])
        for transport, report in reports.items():
            with self.subTest(transport):
                self.check(report)

    def test_grpc_js_over_the_unix_socket(self):
        self.check(json.loads(run("node", HERE / "grpc_js_client.mjs", TOOLS, ROOT / "proto",
                                  f"unix:{self.house.socket}")))

    def test_python_grpcio_over_the_unix_socket(self):
        stubs = self.work / "python"
        stubs.mkdir()
        protos = ROOT / "proto"
        run("protoc", f"-I{protos}", f"--python_out={stubs}", f"--grpc_out={stubs}",
            "--plugin=protoc-gen-grpc=" + shutil.which("grpc_python_plugin"),
            *[str(path.relative_to(protos)) for path in sorted(protos.rglob("*.proto"))])
        sys.path.insert(0, str(stubs))
        self.addCleanup(sys.path.remove, str(stubs))
        module = lambda name: importlib.import_module(name)
        directory = module("entraide.directory.v1.directory_service_pb2")
        directory_grpc = module("entraide.directory.v1.directory_service_pb2_grpc")
        garage = module("entraide.garage.v1.garage_service_pb2")
        garage_grpc = module("entraide.garage.v1.garage_service_pb2_grpc")
        details = module("google.rpc.error_details_pb2")
        rich = module("google.rpc.status_pb2")

        with grpc.insecure_channel(f"unix:{self.house.socket}") as channel:
            found = directory_grpc.DirectoryServiceStub(channel).SearchCommunes(
                directory.SearchCommunesRequest(query="Frévent"), timeout=5)
            jobs = garage_grpc.GarageServiceStub(channel)
            request = garage.CreateJobRequest(request_id=new_id())
            request.request.kind = "repair"
            request.request.residence_commune = found.communes[0].insee_code
            request.request.acting_for = 1
            request.request.contact.display_name = "Camille Exemple"
            request.request.contact.phone = "+33353010101"
            request.request.consent_version = "2026-11"
            request.details.symptoms = "Les freins grincent"
            codes = [jobs.CreateJob(request, timeout=5).tracking_code for _ in range(2)]
            request.details.symptoms = ""
            request.request_id = new_id()
            with self.assertRaises(grpc.RpcError) as refused:
                jobs.CreateJob(request, timeout=5)
        trailers = dict(refused.exception.trailing_metadata())
        status = rich.Status.FromString(trailers["grpc-status-details-bin"])
        info, bad = details.ErrorInfo(), details.BadRequest()
        for detail in status.details:
            detail.Unpack(info)
            detail.Unpack(bad)
        self.check({"commune": found.communes[0].display_name, "trackingCode": codes[0], "again": codes[1],
                    "code": refused.exception.code().name.lower(), "reason": info.reason,
                    "fields": [violation.field for violation in bad.field_violations]})

    def test_buf_curl_by_reflection(self):
        answer = run(TOOLS / "buf", "curl", "--unix-socket", self.house.socket, "--protocol", "grpc",
                     "--http2-prior-knowledge", "--timeout", "10s", "-d", '{"query": "Frévent"}',
                     "http://localhost/entraide.directory.v1.DirectoryService/SearchCommunes", cwd=self.work)
        self.assertEqual(json.loads(answer)["communes"][0]["displayName"], "Frévent")

    def test_a_call_without_a_deadline_is_refused(self):
        stub_request = b""
        with grpc.insecure_channel(f"unix:{self.house.socket}") as channel:
            call = channel.unary_unary("/entraide.directory.v1.DirectoryService/ListCommunes")
            with self.assertRaises(grpc.RpcError) as refused:
                call(stub_request)
        self.assertEqual(refused.exception.code(), grpc.StatusCode.INVALID_ARGUMENT)


if __name__ == "__main__":
    unittest.main()
