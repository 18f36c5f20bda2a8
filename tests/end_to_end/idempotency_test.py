#!/usr/bin/env python3
"""A key makes a change once: the same answer again, byte for byte, and nothing else."""

import concurrent.futures
import unittest

from office import SITE, Office

TICKETS = f"{SITE}/tickets"
REPLAYED = "idempotent-replayed"


class IdempotencyTest(unittest.TestCase):
    def setUp(self):
        self.office = self.enterContext(Office())
        self.line = self.enterContext(self.office.connect())

    def post(self, target, body=None, token=None, key=None):
        return self.line.post(target, body, token or self.office.kiosk, key=key)

    def waiting(self):
        return self.line.get(f"{TICKETS}?state=waiting&limit=1000", self.office.manager).json["items"]

    def assert_replay(self, first, again):
        self.assertEqual((again.status, again.body), (first.status, first.body))
        self.assertEqual(again.header("content-type"), first.header("content-type"))
        self.assertIsNone(first.header(REPLAYED))
        self.assertEqual(again.header(REPLAYED), "true")

    def test_the_same_key_gives_the_first_answer_again(self):
        first = self.post(TICKETS, {"service": "A"}, key="k1")
        self.post(TICKETS, {"service": "A"})
        self.assert_replay(first, self.post(TICKETS, {"service": "A"}, key="k1"))
        self.assertEqual(len(self.waiting()), 2)

    def test_every_change_of_the_interface_can_be_asked_twice(self):
        office, counter = self.office, self.office.counters["1"]
        tickets = [office.issue(self.line)["id"] for _ in range(6)]
        ticket, other = f"/api/v1/tickets/{tickets[0]}", f"/api/v1/tickets/{tickets[1]}"
        requests = [
            (f"{SITE}/counters/1/open", {"services": ["A"]}), (f"{SITE}/counters/1/pause", {"reason": "x"}),
            (f"{SITE}/counters/1/close", None), (f"{SITE}/counters/1/open", {}),
            (f"{SITE}/counters/1/call_next", None), (f"{ticket}/recall", None), (f"{ticket}/start", {}),
            (f"{ticket}/hold", {"reason": "x"}), (f"{ticket}/resume", None), (f"{ticket}/finish", {"outcome": "left"}),
            (f"{SITE}/counters/1/call", {"ticket": tickets[1]}), (f"{other}/no_show", None), (f"{other}/recall", None),
            (f"{other}/transfer", {"service": "D"}), (f"{other}/cancel", None),
        ]  # fmt: skip
        answers = []
        for i, (target, body) in enumerate(requests):
            answers.append(self.post(target, body, counter, f"key {i}"))
            self.assertEqual(answers[-1].status, 200, (target, answers[-1]))
            self.assert_replay(answers[-1], self.post(target, body, counter, f"key {i}"))
        before = self.line.get(f"{SITE}/board").json["seq"]
        for i, (target, body) in enumerate(requests):  # and once more, after all that came after
            self.assert_replay(answers[i], self.post(target, body, counter, f"key {i}"))
        self.assertEqual(self.line.get(f"{SITE}/board").json["seq"], before)

    def test_another_body_or_path_under_the_key_is_refused(self):
        self.assertEqual(self.post(TICKETS, {"service": "A"}, key="k").status, 201)
        given = self.post(TICKETS, {"service": "B"}, key="k")
        self.assertEqual((given.status, given.code), (422, "idempotency_mismatch"))
        counter = self.office.counters["1"]
        self.assertEqual(self.post(f"{SITE}/counters/1/open", {}, counter, "c").status, 200)
        given = self.post(f"{SITE}/counters/1/pause", {}, counter, "c")
        self.assertEqual((given.status, given.code), (422, "idempotency_mismatch"))
        self.assertEqual(len(self.waiting()), 1)

    def test_the_key_is_free_after_an_error_and_after_nobody_waited(self):
        counter = self.office.counters["1"]
        self.assertEqual(self.post(TICKETS, {"service": "Z"}, key="k").status, 422)
        self.assertEqual(self.post(TICKETS, {"service": "A"}, key="k").status, 201)
        self.assertEqual(self.post(f"{SITE}/counters/1/call_next", None, counter, "n").status, 409)  # closed
        self.post(f"{SITE}/counters/1/open", {"services": ["D"]}, counter)
        self.assertEqual(self.post(f"{SITE}/counters/1/call_next", None, counter, "n").status, 204)
        self.post(TICKETS, {"service": "D"})
        called = self.post(f"{SITE}/counters/1/call_next", None, counter, "n")
        self.assertEqual(called.status, 200)
        self.assert_replay(called, self.post(f"{SITE}/counters/1/call_next", None, counter, "n"))

    def test_a_key_belongs_to_its_sender(self):
        office = self.office
        numbers = [self.post(TICKETS, {"service": "A"}, token, "same").json["number"]
                   for token in (office.kiosk, office.counters["1"], office.counters["2"])]  # fmt: skip
        self.assertEqual(numbers, ["A001", "A002", "A003"])
        # An officer is one caller, whatever token they hold.
        first = self.post(TICKETS, {"service": "A"}, office.sign_in(self.line, "lan"), "same")
        again = self.post(TICKETS, {"service": "A"}, office.sign_in(self.line, "lan"), "same")
        self.assert_replay(first, again)
        self.assertEqual(first.json["number"], "A004")

    def test_twenty_at_once_with_one_key_are_one_ticket(self):
        lines = [self.enterContext(self.office.connect()) for _ in range(20)]
        with concurrent.futures.ThreadPoolExecutor(20) as pool:
            for attempt in range(10):
                ask = lambda line, key=f"race {attempt}": line.post(TICKETS, {"service": "A"}, self.office.kiosk, key=key)
                answers = list(pool.map(ask, lines))
                self.assertEqual({given.status for given in answers}, {201})
                self.assertEqual(len({given.body for given in answers}), 1)
                self.assertEqual(sum(given.header(REPLAYED) is None for given in answers), 1)
        self.assertEqual([one["number"] for one in self.waiting()], [f"A{i:03}" for i in range(1, 11)])

    def test_a_key_lives_over_a_restart(self):
        first = self.post(TICKETS, {"service": "A"}, key="k")
        self.office.stop()
        self.office.start()
        with self.office.connect() as line:
            self.assert_replay(first, line.post(TICKETS, {"service": "A"}, self.office.kiosk, key="k"))
            given = line.post(TICKETS, {"service": "B"}, self.office.kiosk, key="k")
            self.assertEqual(given.code, "idempotency_mismatch")

    def test_a_key_is_1_to_64_printable_characters(self):
        for key in ("x", "x" * 64, " ~", "{}\"'"):
            self.assertEqual(self.post(TICKETS, {"service": "A"}, key=key).status, 201)
        for value in ("", "x" * 65, "ký", "a\tb"):
            header = (("Idempotency-Key", value.encode().decode("latin-1")),)
            given = self.line_with_bytes(header)
            self.assertEqual((given.status, given.json["field"]), (422, "Idempotency-Key"), value)

    def test_a_key_is_left_aside_where_nothing_is_remembered(self):
        """A read changes nothing, and each sign-in gives a token of its own."""
        key, office = "x" * 65, self.office
        self.assertEqual(self.line.ask("GET", TICKETS, token=office.manager, key=key).status, 200)
        body = {"site": "demo", "login": "lan", "password": office.password("lan")}
        first, second = (self.line.post("/api/v1/sessions", body, key=key) for _ in range(2))
        self.assertEqual((first.status, second.status), (201, 201))
        self.assertNotEqual(first.json["token"], second.json["token"])
        gone = self.line.ask("DELETE", "/api/v1/sessions/current", token=first.json["token"], key=key)
        self.assertEqual(gone.status, 204)

    def line_with_bytes(self, header):
        name, value = header[0]
        body = b'{"service":"A"}'
        head = f"POST {TICKETS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.office.kiosk}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n{name}: {value}\r\n\r\n"
        self.line.send(head.encode("latin-1") + body)
        return self.line.answer("POST")


if __name__ == "__main__":
    unittest.main()
