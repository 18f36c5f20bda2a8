#!/usr/bin/env python3
"""What can be read: pages of every list, the board, services, procedures, devices, health and the OpenAPI document."""

import concurrent.futures
import unittest
import urllib.parse

import contract
from office import SITE, Office

# Every endpoint of the contract that this server has so far; the rest of api.md follows with its code.
CALLS = {
    "POST /api/v1/sessions", "DELETE /api/v1/sessions/current", "GET /api/v1/whoami", "GET /healthz", "GET /readyz",
    "GET /api/openapi.json", "GET /t/{track}", "GET /api/v1/track/{track}", "GET /api/v1/track/{track}/live",
    "POST /api/v1/sites/{site}/tickets", "GET /api/v1/sites/{site}/tickets", "GET /api/v1/tickets/{id}",
    *(f"POST /api/v1/tickets/{{id}}/{action}"
      for action in ("cancel", "recall", "start", "finish", "no_show", "hold", "resume", "transfer")),
    *(f"POST /api/v1/sites/{{site}}/counters/{{counter}}/{action}"
      for action in ("open", "pause", "close", "call_next", "call")),
    "POST /api/v1/sites/{site}/clock/confirm",
    *(f"GET /api/v1/sites/{{site}}/{thing}" for thing in ("board", "devices", "services", "procedures", "live", "visits", "reports/waits")),
}  # fmt: skip


class ReadsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office())
        cls.line = cls.enterClassContext(cls.office.connect())
        for i in range(23):
            cls.office.issue(cls.line, "ABCD"[i % 4], priority=("none", "elderly", "infant")[i % 3])

    def read(self, target, **options):
        given = self.line.get(target, self.office.manager, **options)
        self.assertEqual(given.status, 200, given)
        return given.json

    def walk(self, target, limit):
        """The items of all pages; every page except the last is full."""
        items, cursor = [], None
        while True:
            page = self.read(f"{target}limit={limit}" + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else ""))
            items += page["items"]
            cursor = page["next_cursor"]
            if cursor is None:
                return items
            self.assertEqual(len(page["items"]), limit)

    def test_every_list_pages_alike(self):
        for name in ("tickets", "procedures", "services", "devices"):
            target = f"{SITE}/{name}"
            with self.subTest(list=name):
                whole = self.read(f"{target}?limit=1000")
                self.assertIsNone(whole["next_cursor"])
                shown = lambda items: [{**one, "last_seen": None} for one in items] if name == "devices" else items
                for limit in (1, 3, len(whole["items"]), 999):
                    self.assertEqual(shown(self.walk(f"{target}?", limit)), shown(whole["items"]))
                self.assertEqual(len(self.read(target)["items"]), min(100, len(whole["items"])))
                for limit in ("0", "1001", "-1", "x", "", "1.0", "1e2", "+1", "99999999999999999999"):
                    given = self.line.get(f"{target}?limit={limit}", self.office.manager)
                    self.assertEqual((given.status, given.json["field"]), (422, "limit"), limit)
                for cursor in ("x", "-1", "1.", ".1", "1.2.3", "%00", "99999999999999999999.1"):
                    given = self.line.get(f"{target}?cursor={cursor}", self.office.manager)
                    self.assertEqual((given.status, given.json["field"]), (422, "cursor"), cursor)

    def test_a_page_is_found_by_state_and_service(self):
        everyone = self.read(f"{SITE}/tickets")["items"]
        self.assertEqual(len(everyone), 23)
        only = self.read(f"{SITE}/tickets?state=waiting&service=B")["items"]
        self.assertEqual(only, [one for one in everyone if one["service"] == "B"])
        ahead = [one["ahead"] for one in only]
        self.assertEqual(ahead, sorted(set(ahead)))
        self.assertEqual(self.read(f"{SITE}/tickets?state=served")["items"], [])
        for query, field in (("state=gone", "state"), ("service=Z", "service")):
            given = self.line.get(f"{SITE}/tickets?{query}", self.office.manager)
            self.assertEqual((given.status, given.json["field"]), (422, field))

    def test_procedures_are_found_without_case_and_marks(self):
        def codes(words):
            return [one["code"] for one in self.read(f"{SITE}/procedures?q={urllib.parse.quote(words)}")["items"]]

        plain = codes("ho tich")
        self.assertTrue(plain)
        for words in ("hộ tịch", "HỘ TỊCH", "Ho Tich", "hô\u0323 ti\u0323ch", "  ho   tich "):
            self.assertEqual(set(codes(words)), set(plain), words)
        self.assertIn("1.001193", codes("khai sinh"))
        self.assertEqual(codes("khai sinh")[0], codes("KHAI SINH")[0])
        self.assertTrue(codes("dat dai") or codes("dat"))
        self.assertEqual(codes("xyzzy"), [])
        everything = self.read(f"{SITE}/procedures?limit=1000")["items"]
        self.assertEqual(codes("")[:100], [one["code"] for one in everything][:100])
        only = self.read(f"{SITE}/procedures?service=C&limit=1000")["items"]
        self.assertEqual({one["service"] for one in only}, {"C"})
        given = self.line.get(f"{SITE}/procedures?service=Z")
        self.assertEqual((given.status, given.json["field"]), (422, "service"))
        for words in ("%00", "'%3b--", "%F0%9F%98%80", "a" * 4000, "%25", "*"):
            self.assertEqual(self.line.get(f"{SITE}/procedures?q={words}").status, 200, words)

    def test_the_demo_is_the_one_of_the_contract(self):
        services = {one["code"]: one["name"] for one in self.read(f"{SITE}/services")["items"]}
        self.assertEqual(services, {"A": "Hộ tịch – Chứng thực", "B": "Đất đai – Xây dựng",
                                    "C": "Đăng ký kinh doanh", "D": "Trả kết quả"})  # fmt: skip
        with Office() as office, office.connect() as line:
            serve = {"1": "AD", "2": "AD", "3": "BD", "4": "ABC"}
            for counter, codes in serve.items():
                self.assertEqual("".join(sorted(office.at(line, counter, "open")["services"])), codes)
            self.assertEqual(office.demo["url"], None)
            self.assertEqual((office.folder / "demo.json").stat().st_mode & 0o777, 0o600)
            self.assertEqual({one["login"]: one["counter"] for one in office.demo["staff"]}["lan"], "1")

    def test_devices_tell_when_they_were_heard(self):
        self.line.get("/api/v1/whoami", self.office.counters["2"], headers=(("User-Agent", "motcua-counter/0.1"),))
        devices = {one["name"]: one for one in self.read(f"{SITE}/devices")["items"]}
        reply = devices["counter-2"]
        self.assertEqual((reply["kind"], reply["version"], reply["state"]), ("console", "motcua-counter/0.1", "online"))
        self.assertEqual(devices["counter-4"]["last_seen"], None)

    def test_the_board_is_never_without_a_forecast(self):
        with Office() as office, office.connect() as line:
            self.assert_board_agrees(office, line)  # nobody waits, nothing is open
            for counter in "1234":
                office.at(line, counter, "open")
                office.issue(line, "AABC"[int(counter) - 1])
                called = office.at(line, counter, "call_next")
                board = self.assert_board_agrees(office, line)
                self.assertEqual(board["calling"][0]["number"], called["number"])  # the latest first
                self.assertEqual(board["calling"][0]["counter"], counter)
            self.assertEqual(len(board["calling"]), 4)
            office.act(line, called["id"], "start", counter="4")
            self.assertEqual(len(self.assert_board_agrees(office, line)["calling"]), 3)
            for counter in "123":
                office.at(line, counter, "pause")
            self.assert_board_agrees(office, line)

    def assert_board_agrees(self, office, line):
        board = line.get(f"{SITE}/board").json
        listed = line.get(f"{SITE}/tickets?limit=1000", office.manager).json["items"]
        for one in board["services"]:
            waiting = [ticket for ticket in listed if ticket["service"] == one["service"] and ticket["state"] == "waiting"]
            self.assertEqual(one["waiting"], len(waiting))
            self.assertEqual(one["expected_wait_s"] is not None, one["forecast_state"] == "open")
        calling = {(one["number"], one["counter"]) for one in board["calling"]}
        self.assertEqual(calling, {(one["number"], one["counter"]) for one in listed if one["state"] == "called"})
        for ticket in listed:
            promised = ticket["forecast_state"] == "open"
            self.assertEqual(ticket["expected_wait_s"] is not None, promised)
            self.assertEqual(ticket["expected_call_at"] is not None, promised)
        return board

    def test_health_needs_no_token(self):
        for target in ("/healthz", "/readyz"):
            given = self.line.get(target)
            self.assertEqual((given.status, given.json["status"]), (200, "ok"))

    def test_the_document_has_every_endpoint_and_knows_what_it_names(self):
        document = self.office.document()
        self.assertRegex(document["openapi"], r"^3\.1\.")
        served = {f"{method.upper()} {path}" for path, rows in document["paths"].items() for method in rows}
        self.assertLessEqual(CALLS, served)
        stack = [document]
        while stack:
            thing = stack.pop()
            if isinstance(thing, dict) and isinstance(thing.get("$ref"), str):
                contract.resolve(document, thing)
            stack += thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()

    def test_reads_are_whole_while_others_write(self):
        """Readers and writers at once: each list is one moment of the queue, numbers rise and none is missing."""
        with Office() as office, concurrent.futures.ThreadPoolExecutor(3) as pool:

            def write():
                office.post_many(f"{SITE}/tickets", [{"service": "A"}] * 400, office.kiosk, at_once=8)

            writers = [pool.submit(write) for _ in range(2)]
            with office.connect() as line:
                while not all(one.done() for one in writers):
                    items = line.get(f"{SITE}/tickets?limit=1000", office.manager).json["items"]
                    self.assertEqual([one["number"] for one in items], [f"A{i:03}" for i in range(1, len(items) + 1)])
            for one in writers:
                one.result()


if __name__ == "__main__":
    unittest.main()
