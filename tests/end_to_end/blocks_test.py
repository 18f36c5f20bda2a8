#!/usr/bin/env python3
"""Blocks of numbers and the slips that kiosks bring from them: each number is one ticket, for ever, of its own day."""

import datetime
import unittest

from office import SITE, Office, fresh_folder, run_server

BLOCKS = f"{SITE}/number_blocks"
REPLAYED = "idempotent-replayed"
UTC = datetime.timezone.utc


def after(day, count):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=count))


def two_kiosks():
    """A demo office with a second kiosk, and the token of that."""
    folder = fresh_folder()
    code, token, errors = run_server("device", "add", "kiosk-2", "--kind", "kiosk", "--data", folder)
    assert code == 0, errors
    return folder, token.strip()


class BlocksTest(unittest.TestCase):
    def setUp(self):
        folder, self.second = two_kiosks()
        self.office = self.enterContext(Office(folder))
        self.line = self.enterContext(self.office.connect())

    def lease(self, count=5, token=None, expect=201, key=None, **fields):
        given = self.line.post(BLOCKS, {"service": "A", "count": count, **fields}, token or self.office.kiosk, key=key)
        self.assertEqual(given.status, expect, given)
        return given.json

    def slip(self, number, seconds_ago=0, **fields):
        at = (datetime.datetime.now(UTC) - datetime.timedelta(seconds=seconds_ago)).isoformat(timespec="seconds")
        return {"number": number, "issued_at": at, "last_contact": at, **fields}

    def bring(self, block, slip, token=None, expect=201, key=None):
        given = self.line.post(f"{BLOCKS}/{block}/tickets", slip, token or self.office.kiosk, key=key)
        self.assertEqual(given.status, expect, given)
        return given

    def blocks(self, token, query=""):
        given = self.line.get(f"{BLOCKS}{query}", token)
        self.assertEqual(given.status, 200, given)
        return given.json

    def tickets(self):
        return self.line.get(f"{SITE}/tickets", self.office.manager).json["items"]

    def test_a_block_is_leased_and_its_numbers_come_back_as_tickets(self):
        today = self.office.issue(self.line)["day"]
        block = self.lease(50)
        self.assertEqual(block, {"id": "1", "kiosk": "kiosk-1", "service": "A", "day": today, "first": 701, "last": 750, "used": []})
        ticket = self.bring("1", self.slip(705, 60, priority="elderly", lang="en", procedure="gone", track="0123456789abcdef" * 2)).json
        self.assertEqual((ticket["number"], ticket["state"], ticket["channel"], ticket["day"]), ("A705", "waiting", "kiosk", today))
        self.assertEqual((ticket["priority"], ticket["lang"], ticket["procedure"]), ("elderly", "en", "gone"))
        self.assertEqual(ticket["track_url"], "/t/ASNFZ4mrze8BI0VniavN7w")
        self.assertEqual(self.line.get("/api/v1/track/ASNFZ4mrze8BI0VniavN7w").json["number"], "A705")
        self.assertEqual(self.blocks(self.office.kiosk)["items"], [{**block, "used": [705]}])
        # It was there a minute before A001, and is elderly.
        self.office.at(self.line, "1", "open")
        self.assertEqual([self.office.at(self.line, "1", "call_next")["number"]], ["A705"])
        self.assertEqual(self.office.issue(self.line)["number"], "A002")

    def test_a_slip_without_a_track_gets_a_random_one(self):
        self.lease()
        urls = {self.bring("1", self.slip(number)).json["track_url"] for number in (701, 702, 703)}
        self.assertEqual(len(urls), 3)

    def test_a_slip_brought_again_gets_its_first_answer_and_never_another_ticket(self):
        self.lease()
        slip = self.slip(701)
        first = self.bring("1", slip, key="k")
        self.assertIsNone(first.header(REPLAYED))
        self.office.at(self.line, "1", "open")
        self.office.at(self.line, "1", "call_next")
        for key, body in (("k", slip), (None, slip), ("other", slip), (None, self.slip(701, 30, priority="merit")), ("other", slip)):
            again = self.bring("1", body, key=key)
            self.assertEqual((again.body, again.header(REPLAYED)), (first.body, "true"))
        self.assertEqual(self.bring("1", self.slip(702), key="k", expect=422).code, "idempotency_mismatch")
        self.assertEqual(len(self.tickets()), 1)
        self.office.kill()
        self.office.start()
        with self.office.connect() as line:
            again = line.post(f"{BLOCKS}/1/tickets", slip, self.office.kiosk)
            self.assertEqual((again.status, again.body, again.header(REPLAYED)), (201, first.body, "true"))
            self.assertEqual(line.get(BLOCKS, self.office.kiosk).json["items"][0]["used"], [701])
        self.office.kill()
        code, said, errors = run_server("verify", "--data", self.office.folder)
        self.assertEqual(code, 0, said + errors)
        self.office.start()

    def test_a_lease_asked_twice_with_a_key_is_one(self):
        self.assertEqual(self.lease(key="k"), self.lease(key="k"))
        self.assertEqual(self.lease()["first"], 706)

    def test_two_kiosks_never_share_a_number_and_see_their_own(self):
        blocks = [self.lease(3, token) for _ in range(3) for token in (self.office.kiosk, self.second)]
        numbers = [number for one in blocks for number in range(one["first"], one["last"] + 1)]
        self.assertEqual(numbers, list(range(701, 719)))
        self.assertEqual(self.blocks(self.office.kiosk)["items"], blocks[0::2])
        self.assertEqual(self.blocks(self.second)["items"], blocks[1::2])
        for token in (self.office.manager, self.office.admin):
            self.assertEqual(self.blocks(token)["items"], blocks)
        items, cursor = [], ""
        while cursor is not None:
            page = self.blocks(self.office.manager, f"?limit=4{cursor and '&cursor='}{cursor}")
            items, cursor = items + page["items"], page["next_cursor"]
        self.assertEqual(items, blocks)
        foreign = self.bring("2", self.slip(704), expect=403)
        self.assertEqual(foreign.code, "not_your_block")
        self.bring("2", self.slip(704), self.second)
        self.assertEqual(self.bring("2", self.slip(704), expect=403).code, "not_your_block")

    def test_the_numbers_of_a_service_end_and_its_days_are_near(self):
        today = self.lease(299)["day"]
        given = self.line.post(BLOCKS, {"service": "A", "count": 1}, self.office.kiosk)
        self.assertEqual((given.status, given.code), (409, "no_numbers_left"))
        self.assertEqual(self.lease(service="B")["first"], 701)
        self.assertEqual((self.lease(day=after(today, 1))["day"], self.lease(day=today, service="C")["day"]), (after(today, 1), today))
        for day in (after(today, -1), after(today, 15)):
            given = self.line.post(BLOCKS, {"service": "A", "count": 1, "day": day}, self.office.kiosk)
            self.assertEqual((given.status, given.code, given.json["field"]), (422, "out_of_range", "day"))

    def test_what_is_wrong_with_a_slip_is_told(self):
        today = self.lease()["day"]
        tomorrow = self.lease(day=after(today, 1))["id"]
        for number in (700, 706, 0, -1):
            given = self.bring("1", self.slip(number), expect=422)
            self.assertEqual((given.code, given.json["field"]), ("number_not_in_block", "number"))
        self.assertEqual(self.bring(tomorrow, self.slip(701), expect=409).code, "day_not_open")
        self.bring("1", self.slip(701, track="ab" * 16))
        self.assertEqual(self.bring("1", self.slip(702, track="AB" * 16), expect=409).code, "track_taken")
        for block in ("3", "0", "-1", "01", "x", "9" * 30):
            self.assertEqual(self.bring(block, b"{", expect=404).code, "not_found")
        self.assertEqual(len(self.tickets()), 1)

    def test_a_wrong_clock_of_a_kiosk_cannot_jump_the_queue(self):
        self.lease()
        first = self.office.issue(self.line)
        slip = {**self.slip(701), "issued_at": "1999-01-01T00:00:00Z"}
        self.assertGreaterEqual(self.bring("1", slip).json["due_at"], first["due_at"])
        slip = {**self.slip(702), "issued_at": "2999-01-01T00:00:00Z", "last_contact": "2999-01-01T00:00:00Z"}
        self.assertLess(self.bring("1", slip).json["issued_at"], "2999")


if __name__ == "__main__":
    unittest.main()
