#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A mail relay for tests: any number of SMTP conversations on loopback. Prints its port; keeps each mail that it was
handed as FOLDER/N.eml, also one that it does not answer for.

Usage: smtp_relay.py FOLDER          takes everything
       smtp_relay.py FOLDER silent   keeps the first mail, then says nothing until the client gives up
       smtp_relay.py FOLDER full     has no room for the first mail (452)
       smtp_relay.py FOLDER unknown  knows no recipient (550)
"""

import pathlib
import socket
import sys
import threading


class Relay:
    def __init__(self, folder, mood):
        self.folder = pathlib.Path(folder)
        self.mood = mood
        self.kept = 0
        self.lock = threading.Lock()

    def keep(self, lines):
        """Reads a mail to its end; what to answer, or nothing."""
        text = []
        for line in lines:
            if line == ".":
                break
            text.append(line)
        with self.lock:
            self.kept += 1
            first = self.kept == 1
            (self.folder / f"{self.kept}.part").write_text("\n".join(text))
            (self.folder / f"{self.kept}.part").rename(self.folder / f"{self.kept}.eml")
        return None if first and self.mood == "silent" else "250 kept"

    def answer(self, line, lines):
        verb = line.split(" ")[0].split(":")[0].upper()
        if verb == "EHLO":
            return "250-relay\r\n250 8BITMIME"
        if verb == "RCPT" and self.mood == "unknown":
            return "550 nobody of that name"
        if verb == "MAIL" and self.mood == "full":
            self.mood = ""
            return "452 no room"
        return "250 ok"

    def converse(self, client):
        with client, client.makefile("rb") as reader:
            client.sendall(b"220 relay ESMTP\r\n")
            lines = (line.decode().rstrip("\r\n") for line in reader)
            for line in lines:
                if line.upper() == "QUIT":
                    client.sendall(b"221 bye\r\n")
                    return
                if line.upper() == "DATA":
                    client.sendall(b"354 go on\r\n")
                    answer = self.keep(lines)
                    if answer is None:
                        reader.read()  # until the client hangs up
                        return
                else:
                    answer = self.answer(line, lines)
                client.sendall((answer + "\r\n").encode())


def main():
    relay = Relay(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        while True:
            client, _ = server.accept()
            threading.Thread(target=relay.converse, args=(client,), daemon=True).start()


main()
