#!/usr/bin/env python3
"""The boundary table of the requests' fields: each wrong value is 400 or 422 with the field named, and changes nothing."""

import json
import unittest

from office import SITE, Office

TICKETS, TICKET, COUNTER = f"{SITE}/tickets", "/api/v1/tickets/demo-1", f"{SITE}/counters/1"
BLOCKS, SLIPS = f"{SITE}/number_blocks", f"{SITE}/number_blocks/1/tickets"
NOT_TEXT = (1, 1.5, True, [], {}, ["A"], -0.0, 10**30)
TOO_LARGE = "9" * 400

# Bodies that are not JSON at all.
MALFORMED = [
    b"{", b"}", b"[", b"{]", b"", b" ", b"\0", b"nul", b"NaN", b"Infinity", b"{'service':'A'}", b'{"service":"A",}',
    b'{"service":"A"}x', b'{"service":"A"}{"service":"A"}', b'{"service" "A"}', b'{service:"A"}', b'{"service":"A"', b'{"service":"A',
    b'{"service":"\x00"}', b'{"service":"\n"}', b'{"service":"\\x41"}', b'{"service":"\\u12"}', b'{"service":"\\ud800"}',
    b'{"service":"\\udc00\\ud800"}', b'{"service":"\xff"}', b'{"service":"\xc3\x28"}', b'{"service":"\xed\xa0\x80"}',
    b'{"service":"\xc0\xaf"}', b'{"service":"\xf4\x90\x80\x80"}', b"\xef\xbb\xbf{}", b'{"service":01}', b'{"service":1.}',
    b'{"service":.5}', b'{"service":+1}', b'{"service":1e}', b"// no\n{}", b"/**/{}", b"[" * 17 + b"]" * 17, b"[" * 60000,
    b'{"a":' * 17 + b"1" + b"}" * 17, b'{"a":' * 9000, "{}".encode("utf-16"), "{}".encode("utf-32"),
]  # fmt: skip

# JSON that is not an object.
NOT_OBJECTS = [b"[]", b"null", b"true", b"1", b'"A"', b"[{}]", b"1e400", b"-0", TOO_LARGE.encode()]


def text_cases(field, least, most, required):
    """Wrong values of a text field of `least` to `most` characters, and the code that each gets."""
    cases = [(value, "wrong_type") for value in NOT_TEXT]
    cases += [("x" * (most + 1), "too_long"), ("ộ" * (most + 1), "too_long"), ("x" * 10000, "too_long")]
    cases += [("x" * least + mark, "not_allowed") for mark in ("\0", "\t", "\n", "\r", "\x1f", "\x7f", "\x1b")]
    cases += [("x" * (least - 1), "too_short")] * (least > 0)
    return [(field, value, code) for value, code in cases + [(None, "missing")] * required]


def word_cases(field, *others):
    """Wrong values of a field that takes one of some words."""
    cases = [(value, "wrong_type") for value in NOT_TEXT]
    cases += [(value, "not_allowed") for value in ("", "x", "NONE", "none ", "\0", "x" * 10000, "0", *others)]
    return [(field, value, code) for value, code in cases]


def number_cases(field, *others):
    """Wrong values of a required whole number, and those with the codes of `others`."""
    cases = [(value, "wrong_type") for value in ("1", "", True, [], {})]
    cases += [(value, "out_of_range") for value in (1.5, 10**30, 2**31, -(2**31) - 1)] + [(None, "missing"), *others]
    return [(field, value, code) for value, code in cases]


def time_cases(field, required, *wrong):
    """Wrong values of a day or an instant."""
    cases = [(value, "wrong_type") for value in NOT_TEXT] + [(value, "not_allowed") for value in ("", "x", "2026-02-30", *wrong)]
    return [(field, value, code) for value, code in cases + [(None, "missing")] * required]


ISSUE = [
    *text_cases("service", 1, 16, True), *text_cases("procedure", 1, 64, False), *text_cases("phone", 6, 20, False),
    *word_cases("priority", "veteran", "elderly\0x"), *word_cases("channel", "appointment", "web"), *word_cases("lang", "fr", "VI", "vi\0"),
    ("service", "Z", "unknown_service"), ("service", "a", "unknown_service"), ("procedure", "9.999999", "unknown_procedure"),
]  # fmt: skip
REASON = text_cases("reason", 1, 200, False)
UNTIL = [*REASON, *time_cases("until", False, "2026-11-26", "2026-11-26T08:00:00", "08:00"),
         ("until", "1999-01-01T00:00:00+07:00", "out_of_range")]  # fmt: skip
TRANSFER = [
    *text_cases("service", 1, 16, False), *text_cases("counter", 1, 16, False),
    *(("keep_place", value, "wrong_type") for value in (0, 1, "true", "", [], {})),
    ("service", "Z", "unknown_service"), ("counter", "9", "unknown_counter"),
]  # fmt: skip
CALL = [*text_cases("ticket", 1, 64, True), ("ticket", "demo-99", "unknown_ticket"), ("ticket", "demo-1 ", "unknown_ticket"),
        ("ticket", "demo--1", "unknown_ticket"), ("ticket", "demo-9223372036854775808", "unknown_ticket")]  # fmt: skip
OPEN = [*(("services", value, "wrong_type") for value in ("A", 1, True, {}, {"A": 1})),
        ("services", [], "no_services"), ("services", ["A", "D", "A"], "repeated_service"),
        ("services", ["Z"], "unknown_service"), ("services", ["A"] * 20 + ["B"], "service_not_at_counter"),
        *((("services", "[1]"), ["A", value], code) for _, value, code in text_cases("", 1, 16, True) if value is not None)]  # fmt: skip
CALL_NEXT = [*((("finish", ".outcome"), {"outcome": value}, code) for _, value, code in word_cases("outcome", "lost", "no_show")),
             *(("finish", value, "wrong_type") for value in ("served", 1, [], True))]  # fmt: skip
PRIORITY = [*((field, value, code) for field, value, code in word_cases("priority", "veteran", "")), ("priority", None, "missing"),
            *(("confirmed", value, "wrong_type") for value in (0, 1, "true", [], {})), ("confirmed", None, "missing")]  # fmt: skip
NOTE = text_cases("text", 0, 200, True)
FINISH = word_cases("outcome", "lost", "no_show", "cancelled", "day_closed")

LEASE = [*text_cases("service", 1, 16, True), ("service", "Z", "unknown_service"), *time_cases("day", False, "26-11-26", "2026-11-26T00:00:00Z"),
         *number_cases("count", (0, "out_of_range"), (-1, "out_of_range")), ("day", "1999-01-01", "out_of_range"),
         ("day", "2999-01-01", "out_of_range")]  # fmt: skip
SLIP = {"number": 701, "issued_at": "2026-11-26T08:00:00+07:00", "last_contact": "2026-11-26T08:00:00+07:00"}
PRINTED = [
    *number_cases("number", (700, "number_not_in_block"), (702, "number_not_in_block")),
    *time_cases("issued_at", True, "2026-11-26", "2026-11-26T08:00:00"), *time_cases("last_contact", True, "08:00", "2026-11-26T25:00:00Z"),
    *word_cases("priority", "veteran"), *word_cases("lang", "fr"), *text_cases("procedure", 1, 64, False),
    *(("track", value, "wrong_type") for value in NOT_TEXT), ("track", "a" * 31, "too_short"), ("track", "a" * 33, "too_long"),
    *(("track", value, "not_allowed") for value in ("g" * 32, "-1" * 16, "0x" * 16, " 0" * 16, "/" * 32, "a" * 31 + "\0")),
]  # fmt: skip

BOOK = [
    *text_cases("service", 1, 16, True), *time_cases("start", True, "2026-11-26", "2026-11-26T08:00:00"), *text_cases("name", 1, 100, False),
    *text_cases("phone", 1, 30, True), *text_cases("procedure", 1, 64, False), *text_cases("hold", 1, 64, False), *word_cases("lang", "fr"),
    ("service", "Z", "unknown_service"), ("procedure", "9.999999", "unknown_procedure"), ("hold", "x", "not_allowed"),
    *(("phone", value, "not_allowed") for value in ("0", "91234567", "0912345", "091234567890", "+12", "09123x5678", "a" * 10)),
    ("start", "1999-01-01T00:00:00+07:00", "not_a_slot"), ("start", "2999-01-01T00:00:00+07:00", "not_a_slot"),
]  # fmt: skip
HOLD = [*time_cases("start", True, "2026-11-26"), *text_cases("procedure", 1, 64, False), ("procedure", "9.9", "unknown_procedure"),
        ("start", "1999-01-01T00:00:00+07:00", "not_a_slot")]  # fmt: skip
CLOSE = [*time_cases("from", True, "2026-11-26"), *time_cases("to", True, "2026-11-26"), *text_cases("service", 1, 16, False),
         *text_cases("counter", 1, 16, False), *text_cases("reason", 1, 200, True), ("service", "Z", "unknown_service"),
         ("counter", "9", "unknown_counter"), ("to", "2999-01-01T00:00:00+07:00", "out_of_range")]  # fmt: skip
LATER = {"from": "2998-01-01T00:00:00+07:00", "to": "2998-01-02T00:00:00+07:00", "reason": "x"}

TABLE = [
    (f"{SITE}/appointments", BOOK, {"service": "A", "start": "1999-01-01T00:00:00+07:00", "phone": "0912345678"}),
    (f"{SITE}/services/A/holds", HOLD, {"start": "1999-01-01T00:00:00+07:00"}), (f"{SITE}/closures", CLOSE, LATER),
    (TICKETS, ISSUE, {"service": "A"}), (f"{TICKET}/hold", UNTIL, {}), (f"{COUNTER}/pause", UNTIL, {}),
    (f"{SITE}/suspend", UNTIL, {}), (f"{SITE}/services/A/suspend", UNTIL, {}),
    (f"{TICKET}/transfer", TRANSFER, {}), (f"{COUNTER}/call", CALL, {}), (f"{COUNTER}/open", OPEN, {}),
    (f"{TICKET}/cancel", word_cases("reason", "lost", "shown"), {}), (f"{COUNTER}/call_next", CALL_NEXT, {}),
    (f"{TICKET}/priority", PRIORITY, {"priority": "none", "confirmed": True}), (f"{TICKET}/note", NOTE, {}), (f"{TICKET}/finish", FINISH, {}), (BLOCKS, LEASE, {"service": "A", "count": 1}), (SLIPS, PRINTED, SLIP),
]  # fmt: skip
EVERY_POST = sorted({target for target, _, _ in TABLE} | {
    *(f"{TICKET}/{action}" for action in ("recall", "start", "no_show", "resume")),
    f"{COUNTER}/close", "/api/v1/sessions",
})  # fmt: skip


class FieldsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office())
        cls.line = cls.enterClassContext(cls.office.connect())
        cls.office.issue(cls.line)
        cls.line.post(BLOCKS, {"service": "A", "count": 1}, cls.office.kiosk)

    def setUp(self):
        self.before = self.state()
        self.addCleanup(lambda: self.assertEqual(self.state(), self.before))

    def state(self):
        return self.line.get(f"{SITE}/tickets", self.office.manager).json, self.line.get(f"{SITE}/board").json["seq"]

    def post(self, target, body):
        token = self.office.kiosk if target in (TICKETS, BLOCKS, SLIPS) else self.office.counters["1"]
        token = self.office.kiosk if target.endswith(("/appointments", "/holds")) else token
        token = self.office.manager if target.endswith(("/suspend", "/closures")) else token
        return self.line.post(target, body, None if target.endswith("sessions") else token)

    def test_every_wrong_value_of_every_field(self):
        count = 0
        for target, cases, others in TABLE:
            for field, value, code in cases:
                name, path = (field[0], "".join(field)) if isinstance(field, tuple) else (field, field)
                with self.subTest(target=target, field=path, value=repr(value)[:60]):
                    given = self.post(target, {**others, name: value})
                    self.assertEqual((given.status, given.json.get("field")), (422, path), given)
                    self.assertEqual(given.code, "missing" if value is None else code if path != "channel" else given.code)
                    count += 1
        self.assertGreaterEqual(count, 150)

    def test_what_is_not_json_is_400_everywhere(self):
        for target in EVERY_POST:
            for body in MALFORMED:
                if not body:
                    continue  # no body at all is an empty one
                with self.subTest(target=target, body=body[:40]):
                    given = self.post(target, body)
                    self.assertEqual((given.status, given.code), (400, "malformed_json"), given)

    def test_json_that_is_no_object_is_422_everywhere(self):
        for target in EVERY_POST:
            for body in NOT_OBJECTS:
                with self.subTest(target=target, body=body[:40]):
                    given = self.post(target, body)
                    self.assertIn((given.status, given.code), ((422, "wrong_type"), (400, "malformed_json")), given)

    def test_a_required_field_that_is_missing_is_named(self):
        for target, body, field in ((TICKETS, {}, "service"), (TICKETS, {"service": None}, "service"), (f"{COUNTER}/call", {}, "ticket"),
                                    (f"{COUNTER}/call", {"ticket": None}, "ticket"), (f"{TICKET}/transfer", {}, "service"), (f"{TICKET}/note", {}, "text")):  # fmt: skip
            given = self.post(target, body)
            self.assertEqual((given.status, given.json["field"]), (422, field))
        self.assertEqual(self.post(TICKETS, None).json["field"], "service")

    def test_other_content_types_are_415(self):
        for kind in ("", "text/plain", "application/xml", "application/x-www-form-urlencoded", "application/jsonx", "json",
                     "multipart/form-data; boundary=x", "text/json", "application/json2; charset=utf-8"):  # fmt: skip
            given = self.line.post(TICKETS, {"service": "A"}, self.office.kiosk, headers=(("Content-Type", kind),))
            self.assertEqual((given.status, given.code), (415, "not_json"), kind)


class HarmlessTest(unittest.TestCase):
    def test_the_largest_values_and_unknown_fields_are_taken(self):
        with Office() as office, office.connect() as line:
            for body in ({"service": "A", "phone": "1" * 20}, {"service": "A", "phone": "1" * 6}, {"service": "A", "unknown": {"x": [1]}},
                         {"service": "A", "priority": None, "channel": None, "procedure": None, "phone": None, "lang": None}):  # fmt: skip
                self.assertEqual(line.post(TICKETS, body, office.kiosk).status, 201)
            for text in (b'{"service":"\\u0041"}', b' \r\n\t{ "service" : "A" } ', b'{"service":"B","service":"A"}',
                         b'{"service":"A","x":' + b"9" * 5000 + b"}", b'{"service":"A","x":1e308}'):  # fmt: skip
                given = line.post(TICKETS, text, office.kiosk)
                self.assertEqual((given.status, given.json["service"]), (201, "A"), text[:40])
            for kind in ("application/json; charset=utf-8", "APPLICATION/JSON", "application/json ;x=y"):
                given = line.post(TICKETS, {"service": "A"}, office.kiosk, headers=(("Content-Type", kind),))
                self.assertEqual(given.status, 201, kind)
            for body in ({"services": ["A", "D"]}, {"services": None}, {}, None):
                self.assertEqual(office.at(line, "1", "open", body)["services"], ["A", "D"])
            for text in ("x" * 200, "ộ" * 200, "😀" * 200, "x", " ", "<img onerror>", ""):
                given = office.act(line, "demo-1", "note", {"text": text})
                self.assertEqual(given["has_note"], bool(text))
                self.assertEqual(line.get(TICKET, office.counters["1"]).json["note"], text or None)
            for reason in ("x" * 200, "ộ" * 200, "😀" * 200, "x"):
                self.assertEqual(json.loads(json.dumps(office.at(line, "1", "pause", {"reason": reason})))["reason"], reason)


if __name__ == "__main__":
    unittest.main()
