#!/usr/bin/env python3
"""kill -9 under load: what was answered is there afterwards, as it was answered, and nothing is given twice.

Usage: kill_test.py [--kills N] [--seed N]. Each client writes what it was answered into a ledger, and syncs it,
before it asks for more; the ledger is the judge.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import socket
import threading
import time
import unittest

from office import SITE, Connection, Office, request_bytes, temporary_folder, wait_until
from websocket import upgrade_bytes

parser = argparse.ArgumentParser()
parser.add_argument("--kills", type=int, default=30)
parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
ARGUMENTS = parser.parse_args()
KIOSKS, ANSWERS_BETWEEN_KILLS = 6, 120
LATER = {  # what a state that was answered may have become
    "waiting": {"waiting", "called", "serving", "served"}, "called": {"called", "serving", "served"},
    "serving": {"serving", "served"}, "served": {"served"},
}  # fmt: skip


class Ledger:
    def __init__(self, path):
        self.file, self.lock, self.entries = open(path, "w"), threading.Lock(), []

    def write(self, entry):
        with self.lock:
            self.file.write(json.dumps(entry) + "\n")
            self.file.flush()
            os.fsync(self.file.fileno())
            self.entries.append(entry)


class Client(threading.Thread):
    """Sends requests until it must stop. One without an answer is sent again with its key, as a good client does."""

    def __init__(self, office, ledger, name):
        super().__init__(daemon=True)
        self.office, self.ledger, self.key_name = office, ledger, name
        self.running, self.fault, self.line, self.sent = True, None, None, 0

    def run(self):
        try:
            while self.running:
                self.work()
        except Exception as fault:  # told by the main thread, which waits for us
            self.fault = fault

    def change(self, target, body, token):
        """The answer, however often the server dies meanwhile; None when we must stop."""
        self.sent += 1
        key = f"{self.key_name} {self.sent}"
        while self.running:
            try:
                if self.line is None:
                    self.line = Connection(self.office.port)
                given = self.line.ask("POST", target, body, token, key)
            except OSError:
                if self.line is not None:
                    self.line.close()
                self.line = None
                time.sleep(0.005)
                continue
            if given.status == 503:
                continue
            self.ledger.write({"target": target, "body": body, "token": token, "key": key, "status": given.status,
                               "answer": given.body.decode()})  # fmt: skip
            return given
        return None


class Kiosk(Client):
    def work(self):
        given = self.change(f"{SITE}/tickets", {"service": "A" if self.sent % 3 else "D"}, self.office.kiosk)
        assert given is None or given.status == 201, given


class Counter(Client):
    def work(self):
        token = self.office.counters[self.key_name]
        called = self.change(f"{SITE}/counters/{self.key_name}/call_next", None, token)
        if called is None or called.status == 204:
            return
        assert called.status == 200, called
        for action in ("start", "finish"):
            given = self.change(f"/api/v1/tickets/{called.json['id']}/{action}", None, token)
            if given is None:
                return
            assert given.status == 200, given


class KillTest(unittest.TestCase):
    def setUp(self):
        self.office = Office()
        self.ledger = Ledger(temporary_folder() / "ledger")
        self.addCleanup(self.ledger.file.close)
        with self.office.connect() as line:
            for counter in "12":
                self.office.at(line, counter, "open")
        kiosks = [Kiosk(self.office, self.ledger, f"kiosk {i}") for i in range(KIOSKS)]
        self.clients = kiosks + [Counter(self.office, self.ledger, counter) for counter in "12"]

    def end_clients(self):
        for client in self.clients:
            client.running = False
        for client in self.clients:
            client.join(30)
            self.assertFalse(client.is_alive())
            if client.fault:
                raise client.fault

    def check_ledger(self):
        """Everything in the ledger against the server as it is now."""
        tickets, answers = {}, 0
        with self.office.connect() as line:
            cursor = ""
            while cursor is not None:
                page = line.get(f"{SITE}/tickets?limit=1000{cursor and '&cursor='}{cursor}", self.office.manager).json
                tickets.update((one["id"], one) for one in page["items"])
                cursor = page["next_cursor"]
            numbers = [one["number"] for one in tickets.values()]
            self.assertEqual(len(numbers), len(set(numbers)), "a number was given twice")
            called = []
            for entry in self.ledger.entries:
                if entry["status"] not in (200, 201):
                    continue
                reply = json.loads(entry["answer"])
                now = tickets.get(reply["id"])
                self.assertIsNotNone(now, f"lost: {reply}")
                for name in ("number", "service", "issued_at", "track_url"):
                    self.assertEqual(now[name], reply[name])
                self.assertIn(now["state"], LATER[reply["state"]])
                if entry["target"].endswith("call_next"):
                    called.append(reply["id"])
            self.assertEqual(len(called), len(set(called)), "a ticket was called twice")
            answers = len(self.ledger.entries)
            for entry in self.ledger.entries[-300:] + random.sample(self.ledger.entries, min(300, answers)):
                if entry["status"] == 204:
                    continue  # after a 204 the key is free
                again = line.post(entry["target"], entry["body"], entry["token"], key=entry["key"])
                self.assertEqual((again.status, again.body.decode()), (entry["status"], entry["answer"]))
                self.assertEqual(again.header("idempotent-replayed"), "true")
        return answers, len(tickets)

    def test_nothing_that_was_answered_is_lost_or_given_twice(self):
        print(f"--kills {ARGUMENTS.kills} --seed {ARGUMENTS.seed}", flush=True)
        dice = random.Random(ARGUMENTS.seed)
        slowest = 0.0
        for client in self.clients:
            client.start()
        for _ in range(ARGUMENTS.kills):
            goal = len(self.ledger.entries) + dice.randrange(1, ANSWERS_BETWEEN_KILLS)
            wait_until(lambda: len(self.ledger.entries) >= goal or any(one.fault for one in self.clients), "answers")
            self.office.kill()
            began = time.monotonic()
            self.office.start()
            slowest = max(slowest, time.monotonic() - began)
        self.end_clients()
        answers, tickets = self.check_ledger()
        print(f"{ARGUMENTS.kills} kills, {answers} answers, {tickets} tickets, back within {slowest:.2f} s")
        self.assertEqual(self.office.stop(), 0)

    def test_a_polite_end_answers_what_is_under_way(self):
        for client in self.clients:
            client.start()
        for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGTERM):
            goal = len(self.ledger.entries) + 200
            wait_until(lambda: len(self.ledger.entries) >= goal or any(one.fault for one in self.clients), "answers")
            self.assertEqual(self.office.stop(sign), 0)
            self.assertNotRegex(self.office.logged(), r" (warning|error|critical) ")
            self.assertFalse(list(self.office.folder.glob("*-wal")), "an orderly end leaves no log behind")
            self.office.start()
        self.end_clients()
        self.check_ledger()
        self.assertEqual(self.office.stop(), 0)

    def test_peers_that_left_while_the_server_stood_still_do_not_hold_up_its_end(self):
        self.office.process.send_signal(signal.SIGSTOP)
        with contextlib.ExitStack() as stack:
            for i in range(5):  # a feed's snapshot waits for the commit of what came with it
                line = stack.enter_context(self.office.connect())
                line.send(request_bytes("POST", f"{SITE}/tickets", {"service": "A"}, self.office.kiosk, f"key-{i}"))
                with self.office.connect() as leaving:
                    leaving.send(upgrade_bytes(f"{SITE}/live", self.office.display))
            self.office.process.send_signal(signal.SIGCONT)
            self.assertEqual(line.answer("POST").status, 201)
        self.assertEqual(self.office.stop(), 0)

    def test_a_request_that_was_begun_is_still_served(self):
        body = b'{"service":"A"}'
        head = (f"POST {SITE}/tickets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.office.kiosk}\r\nExpect: 100-continue\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n")  # fmt: skip
        with self.office.connect() as line, self.office.connect() as idle:
            idle.get("/healthz")
            line.send(head.encode())
            self.assertEqual(line.take_head()[0], 100)  # the server has the head and waits for the body
            self.office.process.send_signal(signal.SIGTERM)
            wait_until(self.is_shut, "the door closes")
            self.assertTrue(idle.is_closed())
            line.send(body)
            given = line.answer("POST")
            self.assertEqual((given.status, given.header("connection")), (201, "close"))
            self.assertTrue(line.is_closed())
        self.assertEqual(self.office.wait_end(), 0)
        self.office.start()
        with self.office.connect() as line:
            self.assertEqual(line.get(f"/api/v1/tickets/{given.json['id']}", self.office.manager).status, 200)
        self.assertEqual(self.office.stop(), 0)

    def is_shut(self):
        try:
            socket.create_connection(("127.0.0.1", self.office.port), 1).close()
        except ConnectionRefusedError:
            return True
        except ConnectionResetError:
            pass  # taken in the moment in which the door closed
        return False


if __name__ == "__main__":
    unittest.main(argv=["kill_test.py"])
