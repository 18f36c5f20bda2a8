#!/usr/bin/env python3
"""The wait-time log and its report: each visit once, as the counters ended it, in JSON and in CSV."""

import csv
import io
import unittest

from office import SITE, Office

OUTCOMES = ("served", "documents_missing", "wrong_service", "left", "no_show", "cancelled")


class VisitsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office())
        cls.line = cls.enterClassContext(cls.office.connect())
        cls.office.at(cls.line, "1", "open")
        cls.ended = [cls.visit(outcome, service) for service in "AD" for outcome in OUTCOMES]
        cls.day = cls.office.issue(cls.line, "B")["day"]  # one who waits is not a visit yet
        cls.days = f"from={cls.day}&to={cls.day}"

    @classmethod
    def visit(cls, outcome, service):
        ticket = cls.office.issue(cls.line, service, priority="elderly", procedure="1.001193")["id"]
        if outcome == "cancelled":
            return cls.office.act(cls.line, ticket, "cancel")
        cls.office.at(cls.line, "1", "call", {"ticket": ticket})
        if outcome == "no_show":
            return cls.office.act(cls.line, ticket, "no_show")
        cls.office.act(cls.line, ticket, "start")
        return cls.office.act(cls.line, ticket, "finish", {"outcome": outcome})

    def read(self, target):
        given = self.line.get(f"{SITE}/{target}", self.office.manager)
        self.assertEqual(given.status, 200, given)
        return given

    def test_each_visit_is_in_the_log_as_it_was_answered(self):
        items = self.read(f"visits?{self.days}").json["items"]
        self.assertEqual(len(items), len(self.ended))
        rows = {one["number"]: one for one in items}
        for reply in self.ended:
            row = rows[reply["number"]]
            for name in ("day", "service", "procedure", "channel", "priority", "issued_at", "first_called_at", "served_from",
                         "served_to", "counter", "staff", "calls", "transfers", "outcome", "expected_wait_s"):  # fmt: skip
                self.assertEqual(row[name], reply[name], (name, row))
            self.assertEqual(row["service_s"] is not None, reply["served_from"] is not None)
            self.assertGreaterEqual(row["service_s"] or 0, 0)

    def test_the_log_pages_and_filters(self):
        whole = self.read(f"visits?{self.days}").json["items"]
        items, cursor = [], ""
        while cursor is not None:
            page = self.read(f"visits?{self.days}&limit=5{cursor and '&cursor='}{cursor}").json
            items, cursor = items + page["items"], page["next_cursor"]
        self.assertEqual(items, whole)
        self.assertEqual(self.read(f"visits?{self.days}&service=A").json["items"], [one for one in whole if one["service"] == "A"])
        self.assertEqual(self.read(f"visits?{self.days}&priority=merit").json["items"], [])
        self.assertEqual(self.read("visits?from=2999-01-01&to=2999-12-31").json["items"], [])  # days to come are empty
        for query, field in (("", "from"), (f"from={self.day}", "to"), (f"from={self.day}&to=2026-02-30", "to"), ("from=x&to=x", "from"),
                             (f"{self.days}&limit=0", "limit"), (f"{self.days}&limit=1001", "limit"), (f"{self.days}&cursor=x", "cursor"),
                             (f"{self.days}&priority=x", "priority"), (f"{self.days}&format=pdf", "format")):  # fmt: skip
            given = self.line.get(f"{SITE}/visits?{query}", self.office.manager)
            self.assertEqual((given.status, given.json["field"]), (422, field), query)

    def test_the_csv_says_the_same(self):
        given = self.read(f"visits?{self.days}&format=csv")
        self.assertTrue(given.body.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(given.body.decode("utf-8-sig"), newline="")))
        items = self.read(f"visits?{self.days}").json["items"]
        self.assertEqual([one["number"] for one in rows], [one["number"] for one in items])
        self.assertEqual([one["outcome"] for one in rows], [one["outcome"] for one in items])
        self.assertNotRegex(given.body.decode("utf-8-sig"), r"(?m)(^|,)\"?[=+@\t-]")

    def test_the_report_counts_the_log(self):
        for by in ("service", "counter", "staff", "hour", "weekday", "day", "priority", "channel", "total"):
            items = self.read(f"reports/waits?{self.days}&by={by}").json["items"]
            self.assertEqual(sum(one["visits"] for one in items), len(self.ended), by)
            self.assertEqual(sum(one["served"] for one in items), 8, by)
            self.assertEqual(sum(one["no_show"] for one in items), 2, by)
            self.assertEqual(sum(one["cancelled"] for one in items), 2, by)
        for one in self.read(f"reports/waits?{self.days}&by=service").json["items"]:
            self.assertEqual((one["visits"], one["within_target"], one["target_s"]), (6, 1, 900))
        given = self.line.get(f"{SITE}/reports/waits?{self.days}&by=moon", self.office.manager)
        self.assertEqual((given.status, given.json["field"]), (422, "by"))

    def test_what_it_says_of_the_past_never_changes_when_settings_change(self):
        targets = [f"visits?{self.days}", f"visits?{self.days}&format=csv"]
        targets += [f"reports/waits?{self.days}&by={by}" for by in ("service", "hour", "weekday", "day", "total")]
        before = [self.read(target).body for target in targets]
        settings = self.line.get(f"{SITE}/settings", self.office.admin)
        services = settings.json["services"]
        for service in services:
            service["target_minutes"] += 7
        is_morning = self.ended[0]["issued_at"][11:13] < "12"  # the day must stay the same
        zone = "UTC+08:00" if is_morning else "UTC+06:00"
        changed = self.line.ask("PUT", f"{SITE}/settings", {"services": services, "time_zone": zone}, self.office.admin,
                                headers=(("If-Match", settings.header("etag")),))  # fmt: skip
        self.assertEqual(changed.status, 200, changed)
        self.assertEqual([self.read(target).body for target in targets], before)

    def test_only_those_in_charge_read_it(self):
        for target in ("visits", "reports/waits"):
            for token, status in ((None, 401), (self.office.kiosk, 403), (self.office.display, 403), (self.office.counters["1"], 403),
                                  (self.office.manager, 200), (self.office.admin, 200)):  # fmt: skip
                self.assertEqual(self.line.get(f"{SITE}/{target}?{self.days}", token).status, status)


if __name__ == "__main__":
    unittest.main()
