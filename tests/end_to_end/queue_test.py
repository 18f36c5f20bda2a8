#!/usr/bin/env python3
"""The calling order against an independent model, and counters that race for the same people.

Usage: queue_test.py [--seed N]; the seed of a run is printed.
"""

import concurrent.futures
import os
import random
import sys
import unittest

from office import SITE, Office

SEED = int(sys.argv.pop(2)) if sys.argv[1:2] == ["--seed"] and sys.argv.pop(1) else int.from_bytes(os.urandom(4), "big")
HEAD_START = {"none": 0, "elderly": 30, "disabled": 30, "merit": 30, "pregnant": 20, "infant": 20}
SERVES = {"1": "AD", "2": "AD", "3": "BD", "4": "CBA"}


class Model:
    """Who is called next: the earliest due; a run of a test is far shorter than the smallest head start."""

    def __init__(self):
        self.waiting = {}  # id: [due, issue order, service, reserved for]
        self.moment = 0

    def issue(self, ticket, service, priority):
        self.moment += 1
        self.waiting[ticket] = [(-HEAD_START[priority], self.moment), len(self.waiting), service, None]

    def place(self, ticket):
        return self.waiting[ticket][0]

    def put_back(self, ticket, due, service, counter=None):
        self.moment += 1
        self.waiting[ticket] = [due or (0, self.moment), 0, service, counter]

    def next_for(self, counter):
        able = [
            (due, ticket)
            for ticket, (due, _, service, reserved) in self.waiting.items()
            if reserved == counter or (reserved is None and service in SERVES[counter])
        ]
        return min(able)[1] if able else None

    def ahead(self, ticket):
        due, _, service, reserved = self.waiting[ticket]
        counters = [reserved] if reserved else [one for one in SERVES if service in SERVES[one]]
        services = set().union(*(SERVES[one] for one in counters))
        shared = [one for one in self.waiting.values() if (one[3] in counters if one[3] else one[2] in services)]
        return sum(one[0] < due for one in shared)

    def order(self, service):
        mine = [(due, ticket) for ticket, (due, _, one, _) in self.waiting.items() if one == service]
        return [ticket for _, ticket in sorted(mine)]


class Hall:
    """Does at random what people do at a site, and compares with the model."""

    def __init__(self, test, office, line, dice):
        self.test, self.office, self.line, self.dice = test, office, line, dice
        self.model, self.at = Model(), {}  # counter: (ticket, due, service)
        self.gone, self.held = {}, {}
        for counter in SERVES:
            office.at(line, counter, "open")

    def issue(self):
        service, priority = self.dice.choice("ABCD"), self.dice.choice(["none", "none", *HEAD_START])
        reply = self.office.issue(self.line, service, priority=priority)
        self.model.issue(reply["id"], service, priority)
        self.test.assertEqual(reply["ahead"], self.model.ahead(reply["id"]))

    def call(self):
        counter = self.dice.choice([one for one in SERVES if one not in self.at] or ["1"])
        if counter in self.at:
            return
        expected = self.model.next_for(counter)
        reply = self.office.at(self.line, counter, "call_next", expect=200 if expected else 204)
        self.test.assertEqual(reply and reply["id"], expected)
        if expected:
            due, _, service, _ = self.model.waiting.pop(expected)
            self.at[counter] = (expected, due, service)

    def leave(self):
        """Something becomes of a ticket that was called."""
        if not self.at:
            return
        counter = self.dice.choice(sorted(self.at))
        ticket, due, service = self.at.pop(counter)
        what = self.dice.choice(["finish", "no_show", "hold", "transfer", "transfer", "cancel"])
        if what == "finish":
            self.office.act(self.line, ticket, "start", counter=counter)
        if what == "transfer":
            return self.transfer(ticket, due, service, counter)
        self.office.act(self.line, ticket, what, counter=counter)
        if what == "no_show":
            self.gone[ticket] = (due, service)
        elif what == "hold":
            self.held[ticket] = (counter, due, service)

    def transfer(self, ticket, due, service, by):
        keep = self.dice.random() < 0.5
        counter = self.dice.choice([None, *SERVES])
        service = service if counter else self.dice.choice("ABCD")
        body = {"counter": counter} if counter else {"service": service}
        self.office.act(self.line, ticket, "transfer", {**body, "keep_place": keep}, counter=by)
        self.model.put_back(ticket, due if keep else None, service, counter)

    def come_back(self):
        if self.gone and self.dice.random() < 0.5:
            ticket, (due, service) = self.gone.popitem()
            self.office.act(self.line, ticket, "recall", counter=self.dice.choice("1234"))
            self.model.put_back(ticket, due, service)
        elif self.held:
            ticket, (counter, due, service) = self.held.popitem()
            self.transfer(ticket, due, service, counter)

    def give_up(self):
        if self.model.waiting:
            ticket = self.dice.choice(sorted(self.model.waiting))
            self.office.act(self.line, ticket, "cancel", counter=self.dice.choice("1234"))
            del self.model.waiting[ticket]

    def look(self):
        for service in "ABCD":
            listed = self.line.get(f"{SITE}/tickets?state=waiting&service={service}&limit=1000", self.office.manager).json
            self.test.assertEqual([one["id"] for one in listed["items"]], self.model.order(service))
            self.test.assertEqual([one["ahead"] for one in listed["items"]], [self.model.ahead(one["id"]) for one in listed["items"]])

    def run(self, steps):
        deeds = [self.issue] * 5 + [self.call] * 4 + [self.leave] * 4 + [self.come_back, self.give_up, self.look]
        for _ in range(steps):
            self.dice.choice(deeds)()
        self.look()


class QueueTest(unittest.TestCase):
    def test_the_rule_says_who_is_called(self):
        print(f"--seed {SEED}", flush=True)
        dice = random.Random(SEED)
        for _ in range(3):
            with Office() as office, office.connect() as line:
                Hall(self, office, line, dice).run(400)

    def test_counters_that_race_get_different_people(self):
        with Office() as office, office.connect() as line, concurrent.futures.ThreadPoolExecutor(3) as pool:
            lines = {counter: self.enterContext(office.connect()) for counter in "124"}
            for counter in lines:
                office.at(line, counter, "open", {"services": ["A"]})
            called = []
            for number in (1, 2, 3, 40):
                for _ in range(number):
                    office.issue(line)
                rounds = 1 if number < 4 else 14
                for _ in range(rounds):
                    called += self.race(office, lines, pool)
            self.assertEqual(len(called), 46)
            self.assertEqual(len(set(called)), 46)

    def race(self, office, lines, pool):
        """All counters call at the same time, then finish; the tickets that they got."""

        def call(counter):
            given = lines[counter].post(f"{SITE}/counters/{counter}/call_next", token=office.counters[counter])
            self.assertIn(given.status, (200, 204), given)
            return counter, given.json["id"] if given.status == 200 else None

        got = [(counter, ticket) for counter, ticket in pool.map(call, lines) if ticket]
        for counter, ticket in got:
            office.act(lines[counter], ticket, "no_show", counter=counter)
        return [ticket for _, ticket in got]

    def test_two_counters_cannot_take_one_ticket(self):
        with Office() as office, office.connect() as line, concurrent.futures.ThreadPoolExecutor(3) as pool:
            lines = {counter: self.enterContext(office.connect()) for counter in "124"}
            for counter in lines:
                office.at(line, counter, "open")
            for _ in range(20):
                ticket = office.issue(line)["id"]
                take = lambda counter, ticket=ticket: lines[counter].post(
                    f"{SITE}/counters/{counter}/call", {"ticket": ticket}, office.counters[counter])  # fmt: skip
                answers = dict(zip(lines, pool.map(take, lines)))
                self.assertEqual(sorted(one.status for one in answers.values()), [200, 409, 409])
                winner = next(counter for counter, one in answers.items() if one.status == 200)
                self.assertEqual(answers[winner].json["counter"], winner)
                office.act(line, ticket, "no_show", counter=winner)


if __name__ == "__main__":
    unittest.main()
