#!/usr/bin/env python3
"""Appointments: booked, moved, checked in and called over the interface, never more than there are places, and no name in any file."""

import datetime
import json
import re
import sys
import unittest

from office import SITE, Office, fresh_folder

sys.path.append("/usr/lib/python3/dist-packages")  # where Debian's python3-icalendar lies, whichever python3 runs this
import icalendar

NAME, PHONE = "Nguyễn Thị Đánh Dấu", "0987654321"
APPOINTMENTS, SLOTS, HOLDS = f"{SITE}/appointments", f"{SITE}/services/A/slots", f"{SITE}/services/A/holds"


def put_settings(office, line, **changes):
    match = line.get(f"{SITE}/settings", office.admin).header("etag")
    given = line.ask("PUT", f"{SITE}/settings", changes, office.admin, headers=(("If-Match", match),))
    assert given.status == 200, given


def noon_zone():
    """A zone in which it is about noon now: today has hours left, whatever the time of day."""
    now = datetime.datetime.now(datetime.timezone.utc)
    offset = 12 - now.hour
    return datetime.timezone(datetime.timedelta(hours=offset)), f"UTC{'+' if offset >= 0 else '-'}{abs(offset):02}:00"


def open_all_day(office, line, **rules):
    """Today and tomorrow have no hour without slots, and today's begin at the present minute. Today."""
    zone, name = noon_zone()
    today = datetime.datetime.now(zone).date()
    days = (today, today + datetime.timedelta(days=1))
    put_settings(
        office, line, time_zone=name, day_starts_minutes=0,
        exceptions=[{"day": str(day), "hours": [["00:00", "24:00"]], "name": ""} for day in days],
        appointments={"slot_minutes": 30, "capacity": 2, "lead_minutes": 0, "early_minutes": 1440, "hours": None, **rules},
    )  # fmt: skip
    return today


class Booked(unittest.TestCase):
    """An office where today can be booked up to the present minute."""

    def setUp(self):
        self.office = self.enterContext(Office(fresh_folder()))
        self.line = self.enterContext(self.office.connect())
        self.today = open_all_day(self.office, self.line, step_minutes=5)
        self.tomorrow = self.today + datetime.timedelta(days=1)

    def slots(self, day=None, token=None, **options):
        day = day or self.today
        given = self.line.get(f"{SLOTS}?from={day}&to={day}", token, **options)
        self.assertEqual(given.status, 200, given)
        return given.json["items"]

    def book(self, start, phone=PHONE, token=None, **more):
        body = {"service": "A", "start": start, "name": NAME, "phone": phone, **more}
        return self.line.post(APPOINTMENTS, body, token or self.office.kiosk)

    def refused(self, given, status, code):
        self.assertEqual((given.status, given.code), (status, code), given)


class WayTest(Booked):
    def test_booked_by_phone_moved_checked_in_called_and_seen_in_the_log(self):
        first, second = [each["start"] for each in self.slots() if each["free"] > 0][5:7]
        held = self.line.post(HOLDS, {"start": first})
        self.assertEqual(held.status, 201, held)
        body = {"service": "A", "start": first, "name": NAME, "phone": "+84 987 654 321", "hold": held.json["hold"]}
        booked = self.line.post(APPOINTMENTS, body, key="once")
        self.assertEqual((booked.status, booked.json["state"], booked.json["channel"]), (201, "booked", "online"))
        again = self.line.post(APPOINTMENTS, body, key="once")
        self.assertEqual((again.status, again.body), (201, booked.body))
        other = self.line.post(APPOINTMENTS, body)
        self.assertEqual((other.status, other.json["code"]), (201, booked.json["code"]))
        code = booked.json["code"]
        self.assertRegex(code, r"^[2-9B-DF-HJ-NP-TV-Z]{6}$")
        moved = self.line.post(f"/api/v1/appointments/{code}/reschedule?phone=4321", {"start": second})
        self.assertEqual((moved.status, moved.json["start"], moved.json["changes"]), (200, second, 1))
        ticket = self.line.post(f"/api/v1/appointments/{code.lower()}/check_in", {}, self.office.kiosk)
        self.assertEqual((ticket.status, ticket.json["channel"], ticket.json["late"]), (201, "appointment", False))
        self.assertEqual(ticket.json["booked_for"], second)
        again = self.line.post(f"/api/v1/appointments/{code}/check_in", {}, self.office.kiosk)
        self.refused(again, 409, "already_checked_in")
        self.assertEqual(again.json["number"], ticket.json["number"])
        self.office.at(self.line, "1", "open")
        called = self.office.at(self.line, "1", "call_next")
        self.assertEqual(called["number"], ticket.json["number"])
        self.line.post(f"/api/v1/tickets/{called['id']}/start", {}, self.office.counters["1"])
        self.line.post(f"/api/v1/tickets/{called['id']}/finish", {}, self.office.counters["1"])
        visits = self.line.get(f"{SITE}/visits?from={self.today}&to={self.today}", self.office.manager).json["items"]
        self.assertEqual([(one["number"], one["channel"]) for one in visits], [(called["number"], "appointment")])
        self.assertEqual(visits[0]["wait_s"], 0)  # called before the booked time

    def test_each_wrong_moment_of_a_check_in_has_its_answer(self):
        put_settings(self.office, self.line, appointments={"slot_minutes": 30, "step_minutes": 5, "capacity": 2, "lead_minutes": 0,
                                                           "early_minutes": 10})  # fmt: skip
        later = self.slots()[20]["start"]
        code = self.book(later).json["code"]
        early = self.line.post(f"/api/v1/appointments/{code}/check_in", {}, self.office.kiosk)
        self.refused(early, 409, "too_early")
        self.assertEqual(early.json["start"], later)
        code = self.book(self.slots(self.tomorrow)[0]["start"], "0911111111").json["code"]
        wrong = self.line.post(f"/api/v1/appointments/{code}/check_in", {}, self.office.kiosk)
        self.refused(wrong, 409, "wrong_day")
        self.refused(self.line.post("/api/v1/appointments/ZZZZZZ/check_in", {}, self.office.kiosk), 404, "not_found")
        self.refused(self.line.post(f"/api/v1/appointments/{code}/check_in", {}), 403, "not_at_office")
        put_settings(self.office, self.line, check_in_networks=["127.0.0.0/8"])
        self.refused(self.line.post(f"/api/v1/appointments/{code}/check_in", {}), 409, "wrong_day")

    def test_who_has_not_come_after_the_grace_time_waits_as_anybody(self):
        put_settings(self.office, self.line, appointments={"slot_minutes": 5, "step_minutes": 5, "capacity": 2, "lead_minutes": 0,
                                                           "early_minutes": 1440, "grace_minutes": 0})  # fmt: skip
        # Nothing can be booked that has begun: the log says the rest, the domain's tests the late one.
        given = self.book(self.slots()[0]["start"])
        self.assertEqual(given.status, 201, given)


class RulesTest(Booked):
    def test_two_hundred_at_once_for_the_last_place_are_one_winner(self):
        start = self.slots()[9]["start"]
        self.assertEqual(self.book(start).status, 201)
        bodies = [{"service": "A", "start": start, "name": "x", "phone": f"09{n:08}"} for n in range(200)]
        answers = self.office.post_many(APPOINTMENTS, bodies, self.office.kiosk)
        statuses = [one.status for one in answers]
        self.assertEqual((statuses.count(201), statuses.count(409)), (1, 199))
        self.assertTrue(all(one.code == "slot_full" and "first_free_slot" in one.json for one in answers if one.status == 409))

    def test_what_is_off_the_rules_is_no_slot(self):
        start = datetime.datetime.fromisoformat(self.slots(self.tomorrow)[0]["start"])
        for wrong in (datetime.timedelta(minutes=1), datetime.timedelta(days=-2), datetime.timedelta(days=40), datetime.timedelta(seconds=1)):
            given = self.book((start + wrong).isoformat())
            self.refused(given, 422, "not_a_slot")
            self.assertEqual(given.json["field"], "start")
        elsewhere = start.astimezone(datetime.timezone(datetime.timedelta(hours=-3))).isoformat()
        self.assertEqual(self.book(elsewhere).json["start"], start.isoformat())  # the same instant, in another offset

    def test_one_phone_number_has_so_many_a_day(self):
        starts = [each["start"] for each in self.slots()]
        self.assertEqual([self.book(start).status for start in starts[:2]], [201, 201])
        self.refused(self.book(starts[9], "+84987654321"), 409, "too_many_bookings")
        self.assertEqual(self.book(self.slots(self.tomorrow)[0]["start"]).status, 201)

    def test_ten_wrong_tries_shut_a_code_for_a_while_whether_it_exists_or_not(self):
        code = self.book(self.slots()[0]["start"]).json["code"]
        for tried in (code, "ZZZZZZ"):
            given = [self.line.get(f"/api/v1/appointments/{tried}?phone=0000") for _ in range(11)]
            self.assertEqual([one.status for one in given], [404] * 10 + [429])
            self.assertIsNotNone(given[-1].header("retry-after"))
        self.assertEqual(self.line.get(f"/api/v1/appointments/{code}?phone=4321").status, 429)
        self.assertEqual(self.line.get(f"/api/v1/appointments/{code}", self.office.manager).status, 200)

    def test_a_place_that_is_held_is_nobody_elses(self):
        start = self.slots()[3]["start"]
        holds = [self.line.post(HOLDS, {"start": start}, self.office.kiosk) for _ in range(3)]
        self.assertEqual([one.status for one in holds], [201, 201, 409])
        self.refused(self.book(start), 409, "slot_full")
        self.refused(self.book(start, hold="A" * 22), 409, "hold_expired")
        self.assertEqual(self.book(start, hold=holds[0].json["hold"]).status, 201)

    def test_strangers_book_at_a_pace(self):
        answers = [self.line.post(HOLDS, {"start": "2000-01-01T00:00:00Z"}) for _ in range(40)]
        statuses = [one.status for one in answers]
        self.assertEqual(statuses[:20], [422] * 20)
        self.assertEqual(statuses[-1], 429)

    def test_a_day_is_closed_in_one_step_and_says_whom_to_phone(self):
        code = self.book(self.slots(self.tomorrow)[0]["start"]).json["code"]
        before = self.line.get(f"/api/v1/appointments/{code}", self.office.manager).json["start"]
        noon = datetime.datetime.fromisoformat(before).replace(hour=12)
        body = {"from": before, "to": noon.isoformat(), "reason": "Hội nghị"}
        self.assertEqual(self.line.post(f"{SITE}/closures", body, self.office.kiosk).status, 403)
        closure = self.line.post(f"{SITE}/closures", body, self.office.manager)
        self.assertEqual(closure.status, 201, closure)
        self.assertEqual([(one["code"], one["start"], one["proposal"]["start"]) for one in closure.json["bookings"]],
                         [(code, before, noon.isoformat())])  # fmt: skip
        self.refused(self.book(before, "0911111111"), 422, "not_a_slot")
        done = self.line.post(f"{SITE}/closures/{closure.json['id']}/apply", {}, self.office.manager)
        self.assertEqual(done.json["bookings"], closure.json["bookings"])
        after = self.line.get(f"/api/v1/appointments/{code}", self.office.manager).json
        self.assertEqual((after["start"], after["closure"]), (noon.isoformat(), closure.json["id"]))
        listed = self.line.get(f"{APPOINTMENTS}?day={self.tomorrow}", self.office.counters["1"]).json["items"]
        self.assertEqual([one["code"] for one in listed], [code])

    def test_settings_that_a_booking_stands_against_are_refused_with_its_code(self):
        code = self.book(self.slots(self.tomorrow)[0]["start"]).json["code"]
        match = self.line.get(f"{SITE}/settings", self.office.admin).header("etag")
        given = self.line.ask("PUT", f"{SITE}/settings", {"exceptions": [{"day": str(self.tomorrow), "hours": [], "name": "Nghỉ"}]},
                              self.office.admin, headers=(("If-Match", match),))  # fmt: skip
        self.refused(given, 409, "in_use")
        self.assertEqual(given.json["appointments"], [code])


class CalendarFileTest(Booked):
    def file(self, code):
        given = self.line.get(f"/api/v1/appointments/{code}.ics?phone=4321")
        self.assertEqual((given.status, given.header("content-type")), (200, "text/calendar; charset=utf-8"))
        text = given.body.decode()
        self.assertTrue(all(len(one.encode()) <= 75 for one in text.split("\r\n")), text)
        unfolded = text.replace("\r\n ", "")
        return dict(one.split(":", 1) for one in unfolded.split("\r\n") if ":" in one and not one.startswith(("BEGIN", "END")))

    def test_one_entry_in_the_phone_goes_through_all_changes(self):
        first, second = [each["start"] for each in self.slots(self.tomorrow)[:2]]
        code = self.book(first).json["code"]
        begun = self.file(code)
        self.assertEqual((begun["SEQUENCE"], begun["STATUS"]), ("0", "CONFIRMED"))
        utc = datetime.datetime.fromisoformat(first).astimezone(datetime.timezone.utc)
        self.assertEqual(begun["DTSTART"], utc.strftime("%Y%m%dT%H%M%SZ"))
        self.line.post(f"/api/v1/appointments/{code}/reschedule?phone=4321", {"start": second})
        moved = self.file(code)
        self.assertEqual((moved["UID"], moved["SEQUENCE"]), (begun["UID"], "1"))
        self.line.post(f"/api/v1/appointments/{code}/cancel?phone=4321", {})
        gone = self.file(code)
        self.assertEqual((gone["UID"], gone["SEQUENCE"], gone["STATUS"]), (begun["UID"], "2", "CANCELLED"))

    def read(self, code):
        """The file's calendar and its one event, as a library of another make reads them."""
        given = self.line.get(f"/api/v1/appointments/{code}.ics?phone=4321")
        calendar = icalendar.Calendar.from_ical(given.body)
        (event,) = calendar.walk("VEVENT")
        self.assertEqual((calendar.errors, event.errors, calendar["VERSION"]), ([], [], "2.0"))
        return calendar, event

    def test_another_program_reads_the_booking_its_move_and_its_end(self):
        first, second = [datetime.datetime.fromisoformat(each["start"]) for each in self.slots(self.tomorrow)[:7:6]]
        booked = self.book(first.isoformat()).json
        code = booked["code"]
        calendar, begun = self.read(code)
        self.assertEqual((calendar["METHOD"], begun["STATUS"]), ("PUBLISH", "CONFIRMED"))
        self.assertEqual((str(begun["SUMMARY"]), str(begun["LOCATION"])), (booked["service_name"], booked["site_name"]))
        self.assertEqual(str(begun["DESCRIPTION"]), f"Mã lịch hẹn: {code}")
        self.assertEqual((begun.decoded("DTSTART").utcoffset(), begun.decoded("DTSTART")), (datetime.timedelta(0), first))
        self.assertEqual(begun.decoded("DTEND"), datetime.datetime.fromisoformat(booked["end"]))
        self.line.post(f"/api/v1/appointments/{code}/reschedule?phone=4321", {"start": second.isoformat()})
        _, moved = self.read(code)
        self.assertEqual((moved["UID"], moved.decoded("DTSTART")), (begun["UID"], second))
        self.assertGreater(moved["SEQUENCE"], begun["SEQUENCE"])
        self.line.post(f"/api/v1/appointments/{code}/cancel?phone=4321", {})
        calendar, gone = self.read(code)
        self.assertEqual((calendar["METHOD"], gone["UID"], gone["STATUS"]), ("CANCEL", begun["UID"], "CANCELLED"))
        self.assertGreater(gone["SEQUENCE"], moved["SEQUENCE"])


class PersonalDataTest(Booked):
    def test_name_and_phone_number_stand_in_no_file_of_the_server_and_in_no_answer_to_a_change(self):
        code = self.book(self.slots(self.tomorrow)[0]["start"], key="k").json["code"]
        answers = [self.line.post(f"/api/v1/appointments/{code}/reschedule?phone=4321", {"start": self.slots(self.tomorrow)[3]["start"]}),
                   self.line.get(f"/api/v1/appointments/{code}?phone=4321"),
                   self.line.get(f"{APPOINTMENTS}?day={self.tomorrow}", self.office.manager)]  # fmt: skip
        person = self.line.get(f"/api/v1/appointments/{code}/person", self.office.counters["1"])
        self.assertEqual((person.status, person.json), (200, {"name": NAME, "phone": PHONE}))
        self.assertEqual(self.line.get(f"/api/v1/appointments/{code}/person", self.office.kiosk).status, 403)
        audit = self.line.get(f"{SITE}/audit?from={self.today}&to={self.today}", self.office.admin).json["items"]
        self.assertIn(("person_shown", "counter:counter-1"), [(one["action"], one["actor"]) for one in audit])
        self.line.post(f"/api/v1/appointments/{code}/cancel?phone=4321", {})
        marks = [NAME.encode(), PHONE.encode(), "Đánh Dấu".encode(), b"987654321", b"phone=4321"]
        for given in answers:
            for mark in marks[:4]:
                self.assertNotIn(mark, given.body)
        for file in self.office.folder.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                for mark in marks:
                    self.assertNotIn(mark, content, file)
        self.office.stop()
        for file in self.office.folder.rglob("*"):
            if file.is_file():
                for mark in marks:
                    self.assertNotIn(mark, file.read_bytes(), file)
        logged = self.office.logged().encode()
        for mark in marks:
            self.assertNotIn(mark, logged)
        self.office.start()


class NoteTest(unittest.TestCase):
    """What an officer notes on a ticket is personal data: a marked note is found nowhere."""

    MARK = "Ghi Chú Đánh Dấu 0987654321"

    def setUp(self):
        self.office = self.enterContext(Office(fresh_folder()))
        self.line = self.enterContext(self.office.connect())
        self.ticket = self.office.issue(self.line)["id"]
        self.office.at(self.line, "1", "open")
        self.office.at(self.line, "2", "open")
        self.office.at(self.line, "1", "call_next")

    def note(self, counter="1"):
        return self.line.get(f"/api/v1/tickets/{self.ticket}", self.office.counters[counter]).json["note"]

    def test_a_note_goes_with_the_ticket_to_the_colleague_and_stands_nowhere_in_clear(self):
        body = {"text": self.MARK}
        answers = [self.line.post(f"/api/v1/tickets/{self.ticket}/note", body, self.office.counters["1"], key="k") for _ in range(2)]
        self.assertEqual([one.status for one in answers], [200, 200])
        self.assertEqual(answers[0].body, answers[1].body)
        self.assertEqual(answers[1].header("idempotent-replayed"), "true")
        self.office.act(self.line, self.ticket, "transfer", {"counter": "2"})
        self.assertEqual(self.note("2"), self.MARK)
        answers += [self.line.get(f"/api/v1/tickets/{self.ticket}", self.office.manager),
                    self.line.get(f"{SITE}/tickets", self.office.counters["2"]), self.line.get(f"{SITE}/board")]  # fmt: skip
        self.office.at(self.line, "2", "call_next")
        self.assertEqual(self.note("1"), self.MARK)
        mark = self.MARK.encode()
        for given in answers:
            self.assertNotIn(mark, given.body)
            self.assertNotIn(json.dumps(self.MARK)[1:-1].encode(), given.body)
        self.assertNothingHas(mark)
        self.office.stop()
        self.assertNothingHas(mark)
        self.assertNotIn(self.MARK, self.office.logged())
        self.office.start()
        self.line = self.enterContext(self.office.connect())
        self.assertEqual(self.note("2"), self.MARK)
        given = self.office.act(self.line, self.ticket, "note", {"text": ""}, counter="2")
        self.assertEqual((given["has_note"], self.note("2")), (False, None))

    def assertNothingHas(self, mark):
        for file in self.office.folder.rglob("*"):
            if file.is_file():
                self.assertNotIn(mark, file.read_bytes(), file)

    def test_a_note_on_the_ticket_of_another_counter_is_not_written(self):
        given = self.line.post(f"/api/v1/tickets/{self.ticket}/note", {"text": "x"}, self.office.counters["2"])
        self.assertEqual((given.status, given.code), (403, "not_your_ticket"), given)
        self.assertIsNone(self.note())


class HolderTest(Booked):
    """What the holder of a ticket does by its track."""

    def issue(self):
        given = self.line.post(f"{SITE}/tickets", {"service": "A"}, self.office.kiosk)
        self.assertEqual(given.status, 201, given)
        return given.json, re.search(r"/t/([A-Za-z0-9_-]{22})$", given.json["track_url"])[1]

    def test_given_back_postponed_and_changed_by_its_holder(self):
        _, track = self.issue()
        self.assertEqual(self.line.post(f"/api/v1/track/{track}/postpone", {"minutes": 10}).status, 200)
        self.refused(self.line.post(f"/api/v1/track/{track}/postpone", {"minutes": 25}), 409, "postponed_enough")
        self.refused(self.line.post(f"/api/v1/track/{track}/postpone", {"minutes": 0}), 422, "out_of_range")
        given = self.line.post(f"/api/v1/track/{track}/service", {"service": "B"})
        self.assertEqual((given.status, given.json["service"]), (200, "B"))
        self.assertEqual(self.line.post(f"/api/v1/track/{track}/cancel", {}).json["state"], "cancelled")
        self.refused(self.line.post(f"/api/v1/track/{track}/cancel", {}), 409, "wrong_state")
        self.assertEqual(self.line.post(f"/api/v1/track/{'A' * 22}/cancel", {}).status, 404)

    def test_who_missed_the_call_waits_again(self):
        ticket, track = self.issue()
        self.office.at(self.line, "1", "open")
        self.office.at(self.line, "1", "call_next")
        self.refused(self.line.post(f"/api/v1/track/{track}/return", {}), 409, "wrong_state")
        self.line.post(f"/api/v1/tickets/{ticket['id']}/no_show", {}, self.office.counters["1"])
        self.assertEqual(self.line.post(f"/api/v1/track/{track}/return", {}).json["state"], "waiting")

    def test_a_visit_is_rated_once_and_changed(self):
        ticket, track = self.issue()
        rating = f"/api/v1/track/{track}/rating"
        self.refused(self.line.post(rating, {"score": 5}), 409, "not_served")
        self.office.at(self.line, "1", "open")
        self.office.at(self.line, "1", "call_next")
        self.line.post(f"/api/v1/tickets/{ticket['id']}/finish", {}, self.office.counters["1"])
        for wrong in (0, 6, -1):
            self.refused(self.line.post(rating, {"score": wrong}), 422, "out_of_range")
        self.assertEqual(self.line.post(rating, {"score": 5, "remark": "Rất tốt Đánh Dấu"}).status, 201)
        self.assertEqual(self.line.post(rating, {"score": 4, "remark": "x" * 500}).status, 200)
        self.refused(self.line.post(rating, {"score": 4, "remark": "x" * 501}), 422, "too_long")
        for file in self.office.folder.rglob("*"):
            if file.is_file():
                self.assertNotIn("Rất tốt Đánh Dấu".encode(), file.read_bytes(), file)


if __name__ == "__main__":
    unittest.main()
