#!/usr/bin/env python3
"""Tickets: numbers, every row of the action table and each of its refusals, ownership, history and day list."""

import re
import unittest

from office import SITE, Office

STATES = ("waiting", "called", "serving", "held", "served", "no_show", "cancelled")
ACTIONS = {
    "recall": {"called": "called", "no_show": "waiting"},
    "start": {"called": "serving"},
    "finish": {"called": "served", "serving": "served"},
    "no_show": {"called": "no_show"},
    "hold": {"called": "held", "serving": "held"},
    "resume": {"held": "serving"},
    "transfer": {"waiting": "waiting", "called": "waiting", "serving": "waiting", "held": "waiting"},
    "cancel": {"waiting": "cancelled", "called": "cancelled", "held": "cancelled"},
    **{action: {state: state for state in ("waiting", "called", "serving", "held")} for action in ("priority", "note")},
}
BODIES = {"transfer": {"service": "A"}, "priority": {"priority": "elderly", "confirmed": True}, "note": {"text": "x"}}
WAY_TO = {
    "waiting": (), "called": ("call",), "serving": ("call", "start"), "held": ("call", "hold"),
    "served": ("call", "start", "finish"), "no_show": ("call", "no_show"), "cancelled": ("cancel",),
}  # fmt: skip


class TicketsTest(unittest.TestCase):
    def setUp(self):
        self.office = self.enterContext(Office())
        self.line = self.enterContext(self.office.connect())

    def open(self, counter="1", services=None):
        return self.office.at(self.line, counter, "open", services and {"services": services})

    def act(self, ticket, action, body=None, **options):
        return self.office.act(self.line, ticket, action, body, **options)

    def ticket_in(self, state):
        """A new ticket, brought to this state by counter 1."""
        ticket = self.office.issue(self.line)["id"]
        for action in WAY_TO[state]:
            if action == "call":
                self.office.at(self.line, "1", "call", {"ticket": ticket})
            else:
                self.act(ticket, action)
        return ticket

    def free_counter(self, ticket):
        """Leaves counter 1 without a ticket, whatever became of this one."""
        state = self.state_of(ticket)
        if state == "called":
            self.act(ticket, "no_show")
        elif state == "serving":
            self.act(ticket, "finish")

    def show(self, ticket):
        given = self.line.get(f"/api/v1/tickets/{ticket}", self.office.manager)
        self.assertEqual(given.status, 200, given)
        return given.json

    def state_of(self, ticket):
        return self.show(ticket)["state"]

    def test_every_action_in_every_state(self):
        self.open()
        for action, ways in ACTIONS.items():
            for state in STATES:
                with self.subTest(action=action, state=state):
                    ticket = self.ticket_in(state)
                    given = self.line.post(f"/api/v1/tickets/{ticket}/{action}", BODIES.get(action),
                                           self.office.counters["1"])  # fmt: skip
                    if state in ways:
                        self.assertEqual((given.status, given.json["state"]), (200, ways[state]))
                        self.assertEqual(self.state_of(ticket), ways[state])
                    else:
                        self.assertEqual((given.status, given.code), (409, "wrong_state"))
                        self.assertEqual(given.json["state"], state)
                        self.assertIn(state, given.json["detail"])
                        self.assertEqual(self.state_of(ticket), state)
                    self.free_counter(ticket)

    def test_a_ticket_is_called_only_while_it_waits(self):
        self.open()
        for state in STATES[1:]:
            ticket = self.ticket_in(state)
            expected = "busy" if state in ("called", "serving") else "wrong_state"
            given = self.line.post(f"{SITE}/counters/1/call", {"ticket": ticket}, self.office.counters["1"])
            self.assertEqual((given.status, given.code), (409, expected), state)
            self.free_counter(ticket)

    def test_a_new_ticket_says_what_the_contract_promises(self):
        self.open()
        reply = self.office.issue(self.line)
        self.assertEqual((reply["number"], reply["service"], reply["site"]), ("A001", "A", "demo"))
        self.assertEqual((reply["priority"], reply["state"], reply["ahead"]), ("none", "waiting", 0))
        self.assertEqual(reply["channel"], "kiosk")
        self.assertRegex(reply["issued_at"], r"\+07:00$")
        self.assertGreaterEqual(reply["expected_call_at"], reply["issued_at"])
        self.assertEqual((reply["forecast_state"], reply["expected_wait_s"]), ("open", 0))
        track = re.search(r"/t/([A-Za-z0-9_-]+)$", reply["track_url"])[1]
        self.assertGreaterEqual(len(track) * 6, 128)
        seen = self.line.get(f"/api/v1/track/{track}").json
        self.assertEqual((seen["number"], seen["state"], seen["ahead"], seen["counter"]), ("A001", "waiting", 0, None))
        self.assertIn("expected_call_at", seen)
        page = self.line.get(f"/t/{track}")
        self.assertEqual((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"))
        self.assertEqual(self.line.get("/api/v1/track/" + "A" * 22).status, 404)
        self.assertEqual(self.line.get("/api/v1/track/x").status, 404)

    def test_all_that_a_kiosk_may_name_is_kept(self):
        body = {"priority": "merit", "channel": "online", "procedure": "1.001193", "phone": "0912345678", "lang": "en"}
        reply = self.show(self.office.issue(self.line, **body)["id"])
        for name in ("priority", "channel", "procedure", "lang"):
            self.assertEqual(reply[name], body[name])
        for channel in ("kiosk", "phone", "staff", "online"):
            self.assertEqual(self.office.issue(self.line, channel=channel)["channel"], channel)
        given = self.line.post(f"{SITE}/tickets", {"service": "A", "channel": "appointment"}, self.office.kiosk)
        self.assertEqual((given.status, given.json["field"]), (422, "channel"))
        for name, value in (("service", "Z"), ("procedure", "none such")):
            given = self.line.post(f"{SITE}/tickets", {"service": "A", name: value}, self.office.kiosk)
            self.assertEqual((given.status, given.json["field"]), (422, name))

    def test_numbers_count_per_service_and_grow_past_three_digits(self):
        answers = self.office.post_many(f"{SITE}/tickets", [{"service": "A"}] * 1001, self.office.kiosk)
        self.assertEqual({given.status for given in answers}, {201})
        reply = sorted((given.json for given in answers), key=lambda one: int(one["number"][1:]))
        self.assertEqual([one["number"] for one in reply], [f"A{i:03}" for i in range(1, 1002)])
        self.assertEqual([one["ahead"] for one in reply], list(range(1001)))
        self.assertEqual(len({one["track_url"] for one in reply}), 1001)
        self.assertEqual(reply[-1]["number"], "A1001")
        self.assertEqual({one["expected_wait_s"] for one in reply}, {None})  # no counter is open
        self.assertEqual(self.office.issue(self.line, "B")["number"], "B001")

    def test_a_call_takes_the_first_who_waits_or_says_that_nobody_does(self):
        self.open()
        self.assertIsNone(self.office.at(self.line, "1", "call_next", expect=204))
        first, second = (self.office.issue(self.line)["id"] for _ in range(2))
        self.office.issue(self.line, "B")  # counter 1 does not serve it
        called = self.office.at(self.line, "1", "call_next")
        self.assertEqual((called["id"], called["state"], called["counter"]), (first, "called", "1"))
        for action, body in (("call_next", None), ("call", {"ticket": second})):
            busy = self.office.at(self.line, "1", action, body, expect=409)
            self.assertEqual(busy["code"], "busy")
        self.act(first, "start")
        self.assertEqual(self.office.at(self.line, "1", "call_next", expect=409)["code"], "busy")
        self.assertEqual(self.office.at(self.line, "1", "close", expect=409)["code"], "busy")
        self.act(first, "finish")
        self.assertEqual(self.office.at(self.line, "1", "call_next")["id"], second)
        self.act(second, "no_show")
        self.assertIsNone(self.office.at(self.line, "1", "call_next", expect=204))

    def test_a_counter_opens_pauses_and_closes(self):
        reply = self.open(services=["D"])
        self.assertEqual((reply["counter"], reply["state"], reply["services"]), ("1", "open", ["D"]))
        self.office.issue(self.line)
        self.assertIsNone(self.office.at(self.line, "1", "call_next", expect=204))
        reply = self.office.at(self.line, "1", "pause", {"reason": "Nghỉ giải lao"})
        self.assertEqual((reply["state"], reply["reason"]), ("paused", "Nghỉ giải lao"))
        self.assertEqual(self.office.at(self.line, "1", "call_next", expect=409)["code"], "counter_closed")
        self.assertEqual(self.open()["services"], ["A", "D"])
        self.assertEqual(self.office.at(self.line, "1", "close")["state"], "closed")
        self.assertEqual(self.office.at(self.line, "1", "call_next", expect=409)["code"], "counter_closed")
        self.assertEqual(self.office.at(self.line, "1", "pause", expect=409)["code"], "counter_closed")
        for services in (["B"], ["Z"]):  # not at this counter, nowhere
            wrong = self.office.at(self.line, "1", "open", {"services": services}, expect=422)
            self.assertEqual(wrong["field"], "services")

    def test_a_call_out_of_order_is_recorded_as_such(self):
        self.open()
        first, second = (self.office.issue(self.line)["id"] for _ in range(2))
        self.assertEqual(self.office.at(self.line, "1", "call", {"ticket": second})["id"], second)
        entries = [one for one in self.show(second)["history"] if one["what"] == "called"]
        self.assertEqual([one["out_of_order"] for one in entries], [True])
        self.act(second, "no_show")
        self.office.at(self.line, "1", "call", {"ticket": first})  # the head is in order
        self.assertFalse(any(one["out_of_order"] for one in self.show(first)["history"]))
        for unknown in ("demo-99", "x", "hall-1"):
            reply = self.office.at(self.line, "1", "call", {"ticket": unknown}, expect=422)
            self.assertEqual(reply["field"], "ticket")

    def test_whose_ticket_it_is_comes_last(self):
        self.open(), self.open("2")
        for state in ("called", "serving", "held"):
            for action, ways in ACTIONS.items():
                ticket = self.ticket_in(state)
                reply = self.act(ticket, action, BODIES.get(action), counter="2", expect=403 if state in ways else 409)
                self.assertEqual(reply["code"], "not_your_ticket" if state in ways else "wrong_state", (state, action))
                self.free_counter(ticket)

    def test_a_waiting_ticket_belongs_to_nobody(self):
        first, second = (self.office.issue(self.line)["id"] for _ in range(2))
        self.assertEqual(self.act(first, "cancel", counter="3")["outcome"], "cancelled")
        self.assertEqual(self.act(second, "transfer", {"service": "B"}, counter="2")["service"], "B")

    def test_a_held_ticket_frees_the_counter_and_stays_its_own(self):
        self.open(), self.open("2")
        first = self.ticket_in("serving")
        reply = self.act(first, "hold", {"reason": "Chờ bản sao"})
        self.assertEqual((reply["state"], reply["counter"]), ("held", "1"))
        self.assertEqual([one["reason"] for one in self.show(first)["history"] if one["what"] == "held"], ["Chờ bản sao"])
        second = self.ticket_in("serving")
        self.assertEqual(self.act(first, "resume", expect=409)["code"], "busy")
        self.assertEqual(self.act(first, "resume", counter="2", expect=403)["code"], "not_your_ticket")
        self.act(second, "finish")
        self.assertEqual(self.act(first, "resume")["counter"], "1")
        self.assertEqual(self.act(first, "finish", {"outcome": "documents_missing"})["outcome"], "documents_missing")

    def test_each_outcome_that_an_officer_may_give(self):
        self.open()
        for outcome in ("served", "documents_missing", "wrong_service", "left"):
            reply = self.act(self.ticket_in("serving"), "finish", {"outcome": outcome})
            self.assertEqual((reply["state"], reply["outcome"]), ("served", outcome))
        for outcome in ("no_show", "cancelled", "day_closed", "", "SERVED"):
            for state in ("waiting", "serving"):  # a wrong field comes before a wrong state
                ticket = self.ticket_in(state)
                reply = self.act(ticket, "finish", {"outcome": outcome}, expect=422)
                self.assertEqual(reply["field"], "outcome")
                self.free_counter(ticket)

    def test_a_no_show_who_is_recalled_in_time_has_their_place_again(self):
        self.open()
        first, second = (self.office.issue(self.line)["id"] for _ in range(2))
        self.office.at(self.line, "1", "call_next")
        again = self.act(first, "recall")
        self.assertEqual((again["state"], again["calls"]), ("called", 2))
        self.act(first, "no_show")
        self.assertEqual(self.act(first, "recall", counter="2")["state"], "waiting")
        self.assertEqual(self.office.at(self.line, "1", "call_next")["id"], first)
        self.act(first, "start"), self.act(first, "finish")
        self.assertEqual(self.office.at(self.line, "1", "call_next")["id"], second)

    def test_a_transfer_keeps_its_place_only_when_asked(self):
        first, second, third = (self.office.issue(self.line, "D")["id"] for _ in range(3))
        moved = self.office.issue(self.line)["id"]
        late = self.office.issue(self.line, "D")["id"]
        self.act(moved, "transfer", {"service": "D", "keep_place": True})
        self.act(first, "transfer", {"service": "D"})
        waiting = self.line.get(f"{SITE}/tickets?state=waiting&service=D", self.office.manager).json["items"]
        self.assertEqual([one["id"] for one in waiting], [second, third, moved, late, first])
        self.assertEqual([one["ahead"] for one in waiting], [0, 1, 2, 3, 4])
        self.assertEqual([one["what"] for one in self.show(moved)["history"]], ["issued", "transferred"])
        self.assertEqual(self.show(moved)["number"], "A001")  # the paper in the hand does not change

    def test_a_ticket_for_one_counter_is_that_counters_alone(self):
        self.open(), self.open("2")
        first, second = (self.office.issue(self.line)["id"] for _ in range(2))
        self.act(first, "transfer", {"counter": "2", "keep_place": True})
        self.assertEqual(self.office.at(self.line, "1", "call", {"ticket": first}, expect=403)["code"], "not_your_ticket")
        self.assertEqual(self.office.at(self.line, "1", "call_next")["id"], second)
        self.assertEqual(self.office.at(self.line, "2", "call_next")["id"], first)
        for body, field in (({}, "service"), ({"service": "A", "counter": "1"}, "service"), ({"service": "Z"}, "service"),
                            ({"counter": "9"}, "counter"), ({"counter": "1", "keep_place": "x"}, "keep_place")):  # fmt: skip
            self.assertEqual(self.act(second, "transfer", body, expect=422)["field"], field)

    def test_an_acting_member_of_staff_is_in_the_history(self):
        self.open()
        token = self.office.sign_in(self.line, "lan")
        first = self.office.issue(self.line)["id"]
        called = self.line.post(f"{SITE}/counters/1/call_next", token=token)
        self.assertEqual((called.status, called.json["staff"]), (200, "lan"))
        self.assertEqual(self.line.post(f"/api/v1/tickets/{first}/start", token=token).status, 200)
        self.assertEqual([one["actor"] for one in self.show(first)["history"]][1:], ["staff:lan", "staff:lan"])


if __name__ == "__main__":
    unittest.main()
