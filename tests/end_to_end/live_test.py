#!/usr/bin/env python3
"""The live feed: a snapshot, then every change exactly once and in order, over cuts, restarts and slow readers."""

import re
import unittest
import urllib.parse

import contract
from office import SITE, Office
from websocket import BINARY, PING, PONG, TEXT, Closed, Feed, Refused, frame


class LiveTest(unittest.TestCase):
    def setUp(self):
        self.office = self.enterContext(Office())
        self.line = self.enterContext(self.office.connect())

    def feed(self, query="", token=None, **options):
        return self.enterContext(Feed(self.office, f"{SITE}/live{query}", token or self.office.counters["1"], **options))

    def visit(self, service="A", **fields):
        """A whole visit at counter 1: what each message must be."""
        office, line = self.office, self.line
        ticket = office.issue(line, service, **fields)["id"]
        office.at(line, "1", "call_next")
        for action in ("recall", "start", "hold", "resume"):
            office.act(line, ticket, action)
        office.act(line, ticket, "transfer", {"service": "D"})
        office.at(line, "1", "call_next")
        office.act(line, ticket, "no_show")
        office.act(line, ticket, "recall")
        office.act(line, ticket, "cancel")
        other = office.issue(line)["id"]
        office.at(line, "1", "call_next")
        office.act(line, other, "start")
        office.act(line, other, "finish")
        return [
            ("ticket_issued", "waiting"), ("ticket_called", "called"), ("ticket_recalled", "called"),
            ("ticket_started", "serving"), ("ticket_held", "held"), ("ticket_resumed", "serving"),
            ("ticket_transferred", "waiting"), ("ticket_called", "called"), ("ticket_no_show", "no_show"),
            ("ticket_recalled", "waiting"), ("ticket_cancelled", "cancelled"),
            ("ticket_issued", "waiting"), ("ticket_called", "called"), ("ticket_started", "serving"),
            ("ticket_finished", "served"),
        ]  # fmt: skip

    def recall(self, ticket, times):
        """Changes at full speed, `times` of them."""
        target, token = f"/api/v1/tickets/{ticket}/recall", self.office.counters["1"]
        self.assertEqual({one.status for one in self.office.post_many(target, [None] * times, token)}, {200})

    def seq(self):
        return self.line.get(f"{SITE}/board").json["seq"]

    def check_schema(self, message, name):
        document = self.office.document()
        contract.validate(document, {"$ref": f"#/components/schemas/{name}"}, message)

    def assert_chain(self, messages, before):
        for one in messages:
            self.assertEqual(one["prev"], before)
            self.assertGreater(one["seq"], before)
            before = one["seq"]

    def test_one_message_a_change_in_order(self):
        feed = self.feed()
        first = feed.message()
        self.check_schema(first, "feed_snapshot")
        self.assertEqual((first["type"], first["board"]["seq"], first["board"]["site"]), ("snapshot", first["seq"], "demo"))
        self.office.at(self.line, "1", "open")
        expected = self.visit()
        self.office.at(self.line, "1", "pause", {"reason": "x"})
        self.office.at(self.line, "1", "close")
        messages = feed.until(self.seq())
        self.assert_chain(messages, first["seq"])
        counters = [one for one in messages if one["type"].startswith("counter_")]
        self.assertEqual([one["type"] for one in counters], ["counter_opened", "counter_paused", "counter_closed"])
        tickets = [one for one in messages if "ticket" in one]
        self.assertEqual([(one["type"], one["ticket"]["state"]) for one in tickets], expected)
        self.assertEqual(len(tickets) + len(counters), len(messages))
        for one in tickets:
            self.check_schema(one, "feed_ticket")
            self.assertEqual(one["counter"], one["ticket"]["counter"])
            self.assertEqual(one["counter"] or "1", "1")
        for one in counters:
            self.check_schema(one, "feed_counter")

    def test_a_refused_change_is_no_message(self):
        feed = self.feed()
        feed.message()
        self.line.post(f"{SITE}/tickets", {"service": "Z"}, self.office.kiosk)
        self.office.at(self.line, "1", "call_next", expect=409)
        self.line.post(f"{SITE}/tickets", {"service": "A"}, self.office.kiosk, key="k")
        self.line.post(f"{SITE}/tickets", {"service": "A"}, self.office.kiosk, key="k")
        self.office.issue(self.line)
        self.assertEqual([one["ticket"]["number"] for one in feed.until(self.seq())], ["A001", "A002"])

    def test_an_answer_and_its_message_agree(self):
        feed = self.feed()
        feed.message()
        reply = self.office.issue(self.line, "B", priority="pregnant", procedure=None)
        self.assertEqual(feed.message()["ticket"], reply)

    def test_two_feeds_hear_the_same(self):
        feeds = [self.feed(), self.feed(), self.feed(token=self.office.manager)]
        self.assertEqual(len({feed.message()["seq"] for feed in feeds}), 1)
        self.office.at(self.line, "1", "open")
        self.visit()
        received = [feed.until(self.seq()) for feed in feeds]
        self.assertEqual(received[0], received[1])
        self.assertEqual(received[0], received[2])

    def test_nobody_who_waits_learns_who_has_priority(self):
        feeds = [self.feed(token=token) for token in (self.office.display, self.office.kiosk)]
        snapshots = [feed.message() for feed in feeds]
        self.office.at(self.line, "1", "open")
        expected = self.visit(priority="disabled", phone="0912345678")
        for feed, snapshot in zip(feeds, snapshots):
            messages = feed.until(self.seq())
            self.assert_chain(messages, snapshot["seq"])
            tickets = [one for one in messages if "ticket" in one]
            self.assertEqual([(one["type"], one["ticket"]["state"]) for one in tickets], expected)
            for one in tickets:
                self.check_schema(one, "feed_public_ticket")
            self.assertNotRegex(str(messages + [snapshot]), "priority|disabled|due_at|ahead|track|phone|procedure'")

    def test_a_feed_that_was_cut_resumes_without_a_gap_or_a_repeat(self):
        whole = self.feed()
        epoch = urllib.parse.quote(whole.message()["epoch"])
        self.office.at(self.line, "1", "open")
        self.visit()
        received = whole.until(self.seq())
        for i, last in enumerate(received[:-1]):
            for query in (f"?since={last['seq']}", f"?since={last['seq']}&epoch={epoch}"):
                with Feed(self.office, f"{SITE}/live{query}", self.office.counters["1"]) as again:
                    self.assertEqual(again.until(received[-1]["seq"]), received[i + 1 :])
        with Feed(self.office, f"{SITE}/live?since={received[-1]['seq']}", self.office.display) as again:
            self.office.issue(self.line)
            self.assertEqual(again.message()["prev"], received[-1]["seq"])

    def test_what_cannot_be_resumed_begins_with_a_snapshot(self):
        first = self.feed()
        snapshot = first.message()
        self.office.issue(self.line)
        last = first.message()["seq"]
        for query in (f"?since={last + 1}", "?since=9223372036854775807", f"?since={last}&epoch=other", f"?since={last}&epoch="):
            message = self.feed(query).message()
            self.assertEqual((message["type"], message["seq"], message["epoch"]), ("snapshot", last, snapshot["epoch"]), query)
        for since in ("x", "-1", "1.5", "", "99999999999999999999"):
            with self.assertRaises(Refused) as refused:
                self.feed(f"?since={since}")
            self.assertEqual((refused.exception.answer.status, refused.exception.answer.json["field"]), (422, "since"))

    def test_too_old_a_place_gives_a_snapshot(self):
        feed = self.feed(token=self.office.display)
        first = feed.message()["seq"]
        self.office.at(self.line, "1", "open")
        ticket = self.office.issue(self.line)["id"]
        self.office.at(self.line, "1", "call_next")
        messages = []
        for _ in range(6):
            self.recall(ticket, 700)
            messages += feed.until(self.seq())
        self.assert_chain(messages, first)
        again = self.feed(f"?since={first}").message()
        self.assertEqual((again["type"], again["seq"]), ("snapshot", self.seq()))

    def test_a_feed_joins_again_over_a_restart(self):
        feed = self.feed()
        snapshot = feed.message()
        self.office.issue(self.line)
        last = feed.message()["seq"]
        self.office.stop()
        self.assertEqual(feed.close_code(), 1001)
        self.office.start()
        with self.office.connect() as line:
            message = self.feed(f"?since={last}&epoch={snapshot['epoch']}").message()
            self.assertEqual(message["type"], "snapshot")
            self.assertGreaterEqual(message["seq"], last)
            feed = self.feed(f"?since={message['seq']}")
            reply = self.office.issue(line)
            self.assertEqual((reply["number"], feed.message()["ticket"]), ("A002", reply))

    def test_the_holder_of_a_ticket_follows_it_alone(self):
        mine = self.office.issue(self.line)
        track = re.search(r"/t/(.+)", mine["track_url"])[1]
        feed = self.enterContext(Feed(self.office, f"/api/v1/track/{track}/live"))
        first = feed.message()
        self.check_schema(first, "track_snapshot")
        self.assertEqual((first["type"], first["ticket"]["number"], first["ticket"]["state"]), ("snapshot", "A001", "waiting"))
        self.office.at(self.line, "1", "open")
        self.office.at(self.line, "1", "call_next")
        self.office.act(self.line, mine["id"], "no_show")
        self.visit()  # of others
        self.office.act(self.line, mine["id"], "recall")
        self.office.act(self.line, mine["id"], "cancel")
        received = [feed.message() for _ in range(4)]
        expected = [("ticket_called", "called"), ("ticket_no_show", "no_show"), ("ticket_recalled", "waiting"),
                    ("ticket_cancelled", "cancelled")]  # fmt: skip
        self.assertEqual([(one["type"], one["ticket"]["state"]) for one in received], expected)
        self.assertEqual({one["ticket"]["number"] for one in received}, {"A001"})
        for one in received:
            self.check_schema(one, "track_message")
        with self.assertRaises(Refused) as refused:
            Feed(self.office, f"/api/v1/track/{'A' * 22}/live")
        self.assertEqual(refused.exception.answer.status, 404)

    def test_who_may_listen(self):
        for token, query, status in ((None, "", 401), ("x" * 43, "", 401), (None, "?access_token=x", 401),
                                     (None, "?access_token=", 401)):  # fmt: skip
            with self.assertRaises(Refused) as refused:
                Feed(self.office, f"{SITE}/live{query}", token)
            self.assertEqual(refused.exception.answer.status, status)
        with self.assertRaises(Refused) as refused:
            Feed(self.office, "/api/v1/sites/other/live", self.office.display)
        self.assertEqual(refused.exception.answer.status, 404)
        for origin in ("http://evil.example", "null", "https://office.evil.example", "http://office:81"):
            with self.assertRaises(Refused) as refused:
                self.feed(headers=(("Origin", origin),))
            self.assertEqual(refused.exception.answer.status, 403, origin)
        for options in ({"headers": (("Origin", "http://office"),)}, {"protocol": None}):
            self.assertEqual(self.feed(**options).message()["type"], "snapshot")
        with Feed(self.office, f"{SITE}/live?access_token={self.office.display}") as feed:
            self.assertEqual(feed.message()["type"], "snapshot")
        self.assertEqual(self.line.get(f"{SITE}/live", self.office.display).status, 426)

    def test_who_signs_out_hears_no_more(self):
        token = self.office.sign_in(self.line, "lan")
        with Feed(self.office, f"{SITE}/live", token) as feed:
            self.assertEqual(feed.message()["type"], "snapshot")
            self.office.issue(self.line)
            self.assertEqual(feed.message()["type"], "ticket_issued")
            self.assertEqual(self.line.ask("DELETE", "/api/v1/sessions/current", token=token).status, 204)
            self.assertEqual(feed.close_code(), 1008)

    def test_frames_that_break_the_protocol_close_the_feed_with_the_right_code(self):
        close = lambda payload: frame(payload, 8)
        for what, sent, code in (
            ("a reserved bit", frame("x", reserved=4), 1002), ("another", frame("x", reserved=1), 1002),
            ("not masked", frame("x", masked=False), 1002), ("an unknown opcode", frame("x", 3), 1002),
            ("an unknown control", frame("x", 11), 1002), ("a long ping", frame("x" * 126, PING), 1002),
            ("a ping in parts", frame("x", PING, fin=False), 1002), ("a stray continuation", frame("x", 0), 1002),
            ("text within a text", frame("x", TEXT, fin=False) + frame("y", TEXT), 1002),
            ("a length in too many bytes", frame("x", length=16), 1002), ("in far too many", frame("x", length=64), 1002),
            ("the highest bit of a length", b"\x81\xff" + b"\xff" * 8 + b"mask", None),
            ("bad UTF-8", frame(b"\xc3\x28"), 1007), ("a surrogate", frame(b"\xed\xa0\x80"), 1007),
            ("an unfinished letter", frame(b"\xe1\xbb"), 1007), ("too much", frame("x" * 5000), 1009),
            ("4 GiB announced", b"\x81\xff\x00\x00\x00\x01\x00\x00\x00\x00mask", 1009),
            ("too much in parts", frame("x" * 3000, fin=False) + frame("x" * 3000, 0), 1009),
            ("binary", frame(b"x", BINARY), 1003), ("goodbye", close(b"\x03\xe8bye"), 1000),
            ("goodbye without a word", close(b""), 1000), ("half a code", close(b"\x03"), 1002),
            ("a code that is never sent", close(b"\x03\xed"), 1002), ("a reason in bad UTF-8", close(b"\x03\xe8\xff"), 1002),
        ):  # fmt: skip
            with self.subTest(what=what):
                feed = self.feed()
                feed.message()
                feed.send(sent)
                got = feed.close_code()
                self.assertIn(got, (code,) if code else (1002, 1009))
                self.assertTrue(feed.is_closed())

    def test_a_ping_is_answered_and_harmless_text_is_ignored(self):
        feed = self.feed()
        feed.message()
        feed.send(frame("hi") + frame("{") + frame("pa", fin=False) + frame("still there?", PING) + frame("rt", 0))
        self.assertEqual(feed.frame(), (PONG, b"still there?"))
        reply = self.office.issue(self.line)
        self.assertEqual(feed.message()["ticket"], reply)

    def test_a_client_that_does_not_read_is_dropped_and_resumes(self):
        slow = self.feed(receive_buffer=4096)
        good = self.feed(token=self.office.display)
        first = slow.message()["seq"]
        last = good.message()["seq"]
        self.office.at(self.line, "1", "open")
        ticket = self.office.issue(self.line)["id"]
        self.office.at(self.line, "1", "call_next")
        messages = []
        for _ in range(10):
            self.recall(ticket, 1000)
            messages += good.until(self.seq())
        self.assert_chain(messages, last)
        received = []
        with self.assertRaises(Closed) as dropped:
            while True:
                received.append(slow.message())
        self.assertIsNone(dropped.exception.code)
        self.assertIn("feed: dropped the feed of 127.0.0.1, which did not keep up", self.office.logged())
        self.assert_chain(received, first)
        self.assertLess(received[-1]["seq"], messages[-1]["seq"])
        again = self.feed(f"?since={received[-1]['seq']}").message()
        self.assertIn(again["type"], ("snapshot", "ticket_recalled"))

    def test_two_hundred_feeds_receive_everything(self):
        feeds = [self.feed(token=self.office.display) for _ in range(200)]
        first = {feed.message()["seq"] for feed in feeds}
        self.assertEqual(len(first), 1)
        self.office.at(self.line, "1", "open")
        self.visit()
        last = self.seq()
        received = [feed.until(last) for feed in feeds]
        self.assert_chain(received[0], first.pop())
        self.assertTrue(all(one == received[0] for one in received))


if __name__ == "__main__":
    unittest.main()
