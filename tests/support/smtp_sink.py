#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A mail relay for tests: one SMTP conversation on loopback. Prints its port, then each line that the client sends.

Usage: smtp_sink.py [VERB]   a conversation in which VERB (RCPT, DATA...) is refused with 550
"""

import socket
import sys


def converse(lines, refused):
    """Yields the answers to what the client says, and prints what it says."""
    yield "220 sink ESMTP"
    for line in lines:
        print(line, flush=True)
        verb = line.split(" ")[0].split(":")[0].upper()
        if verb == refused:
            yield "550 no"
        elif verb == "EHLO":
            yield "250-sink\r\n250 8BITMIME"
        elif verb == "DATA":
            yield "354 go on"
            for text in lines:
                print(text, flush=True)
                if text == ".":
                    break
            yield "250 kept"
        elif verb == "QUIT":
            yield "221 bye"
            return
        else:
            yield "250 ok"


def main():
    refused = sys.argv[1] if len(sys.argv) > 1 else ""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(20)
        print(server.getsockname()[1], flush=True)
        client, _ = server.accept()
    with client, client.makefile("rb") as reader:
        client.settimeout(20)
        lines = (line.decode().rstrip("\r\n") for line in reader)
        for answer in converse(lines, refused):
            client.sendall((answer + "\r\n").encode())


main()
