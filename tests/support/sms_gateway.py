#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A gateway of short messages for tests: an HTTP server on loopback. Prints its port; keeps each message as FOLDER/N.json
with the headers that came along.

Usage: sms_gateway.py FOLDER STATUS   answers STATUS to everything; 0: keeps the message and hangs up without an answer
"""

import http.server
import json
import pathlib
import sys


def handler(folder, status):
    class Handler(http.server.BaseHTTPRequestHandler):
        kept = 0

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            Handler.kept += 1
            part = folder / f"{Handler.kept}.part"
            part.write_text(json.dumps({"path": self.path, "headers": dict(self.headers), "body": body}))
            part.rename(folder / f"{Handler.kept}.json")
            if status == 0:
                self.close_connection = True
                return
            self.send_response(status)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_):
            pass

    return Handler


def main():
    server = http.server.HTTPServer(("127.0.0.1", 0), handler(pathlib.Path(sys.argv[1]), int(sys.argv[2])))
    print(server.server_address[1], flush=True)
    server.serve_forever()


main()
