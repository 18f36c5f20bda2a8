#!/usr/bin/env python3
"""Permissions: every endpoint with every role, in the fixed order of the checks; sessions, whoami, rate limits."""

import unittest

from office import SITE, Office, fresh_folder

# Roles by their credentials. The clerk sits at counter 1, where the device of the counter is too.
EVERYONE = {"kiosk", "display", "counter", "clerk", "manager", "staff_manager", "admin"}
AT_COUNTER = {"counter", "clerk"}
ANY_STAFF = AT_COUNTER | {"manager", "staff_manager", "admin"}
ISSUING = {"kiosk", "counter", "clerk"}
KIOSKS = {"kiosk"}
IN_CHARGE = {"manager", "staff_manager", "admin"}
OPEN = EVERYONE | {"nobody"}

DAYS = "from=2026-11-23&to=2026-11-24"
READS = [
    (f"{SITE}/tickets", ANY_STAFF), ("/api/v1/tickets/demo-1", ANY_STAFF), (f"{SITE}/board", OPEN),
    (f"{SITE}/services", OPEN), (f"{SITE}/procedures", OPEN), (f"{SITE}/devices", IN_CHARGE),
    (f"{SITE}/number_blocks", IN_CHARGE | KIOSKS),
    (f"{SITE}/settings", IN_CHARGE), (f"{SITE}/settings/history", {"admin"}), (f"{SITE}/calendar?{DAYS}", OPEN),
    (f"{SITE}/audit?{DAYS}", {"admin"}), (f"{SITE}/staff", {"admin"}),
    (f"{SITE}/appointments?day=2026-11-23", ANY_STAFF), (f"{SITE}/services/A/slots?{DAYS}", OPEN), (f"{SITE}/closures", IN_CHARGE),
    ("/api/v1/whoami", EVERYONE), ("/healthz", OPEN | {"stranger"}), ("/readyz", OPEN | {"stranger"}),
    ("/api/openapi.json", OPEN | {"stranger"}), ("/t/AAAAAAAAAAAAAAAAAAAAAA", OPEN | {"stranger"}),
    ("/", OPEN | {"stranger"}), ("/book", OPEN | {"stranger"}), ("/api/v1/sites", OPEN | {"stranger"}),
]  # fmt: skip
CHANGES = [
    (f"{SITE}/tickets", ISSUING), (f"{SITE}/number_blocks", KIOSKS), (f"{SITE}/number_blocks/1/tickets", KIOSKS),
    *((f"/api/v1/tickets/demo-1/{action}", AT_COUNTER)
      for action in ("priority", "note", "recall", "start", "finish", "no_show", "hold", "resume", "transfer")),
    ("/api/v1/tickets/demo-1/cancel", ISSUING), ("/api/v1/tickets/demo-1/release", ANY_STAFF),
    *((f"{SITE}/counters/1/{action}", AT_COUNTER) for action in ("open", "call_next", "call")),
    *((f"{SITE}/counters/1/{action}", ANY_STAFF) for action in ("pause", "close")),
    *((f"{SITE}{of}/{action}", IN_CHARGE) for of in ("", "/services/A") for action in ("suspend", "resume")),
    *((target, OPEN | {"stranger"}) for target in (f"{SITE}/appointments", f"{SITE}/services/A/holds")),
    *((f"/api/v1/track/{'A' * 22}/{action}", OPEN | {"stranger"}) for action in ("cancel", "postpone", "return", "service", "rating")),
    *((f"/api/v1/appointments/ZZZZZZ/{action}", OPEN | {"stranger"}) for action in ("reschedule", "cancel", "check_in")),
    (f"{SITE}/closures", IN_CHARGE), (f"{SITE}/closures/1/apply", IN_CHARGE),
    (f"{SITE}/clock/confirm", {"admin"}), (f"{SITE}/settings/restore", {"admin"}),
    *((f"{SITE}/{thing}", {"admin"}) for thing in ("staff", "staff/lan/reset_password", "devices", "device_tokens")),
    ("/api/v1/enrol", OPEN | {"stranger"}), ("/api/v1/enrol/token", OPEN | {"stranger"}),
    ("/api/v1/devices/current/report", EVERYONE),
]  # fmt: skip


class AccessTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office())
        cls.line = cls.enterClassContext(cls.office.connect())
        cls.tokens = {
            "nobody": None,
            "stranger": "x" * 43,
            "kiosk": cls.office.kiosk,
            "display": cls.office.display,
            "counter": cls.office.counters["1"],
            "clerk": cls.office.sign_in(cls.line, "lan"),
            "manager": cls.office.manager,
            "staff_manager": cls.office.sign_in(cls.line, "thu"),
            "admin": cls.office.admin,
        }
        cls.office.issue(cls.line)
        cls.line.post(f"{SITE}/number_blocks", {"service": "A", "count": 1}, cls.office.kiosk)

    def refused(self, given, status, code=None):
        self.assertEqual(given.status, status, given)
        if code:
            self.assertEqual(given.code, code, given)

    def status_for(self, role, allowed, otherwise):
        if role in allowed:
            return otherwise
        return 401 if role in ("nobody", "stranger") else 403

    def test_every_read_by_every_role(self):
        for target, allowed in READS:
            for role, token in self.tokens.items():
                with self.subTest(target=target, role=role):
                    self.refused(self.line.get(target, token), self.status_for(role, allowed, 200))

    def test_every_change_by_every_role(self):
        """With a body that is not JSON: 400 for those who may, nothing changes, and the order shows."""
        for target, allowed in CHANGES:
            for role, token in self.tokens.items():
                with self.subTest(target=target, role=role):
                    self.refused(self.line.post(target, b"{", token), self.status_for(role, allowed, 400))

    def test_the_settings_are_set_by_an_administrator_alone(self):
        """With a body that is not JSON, as above; the version that it was made from comes before that."""
        match = (("If-Match", '"1"'),)
        for role, token in self.tokens.items():
            with self.subTest(role=role):
                given = self.line.ask("PUT", f"{SITE}/settings", b"{", token, headers=match)
                self.refused(given, self.status_for(role, {"admin"}, 400))
                given = self.line.ask("PUT", f"{SITE}/settings", b"{", token)
                self.refused(given, self.status_for(role, {"admin"}, 428))

    def test_an_administrator_may_confirm_the_clock_again_and_again(self):
        for body in (None, {}, {}):
            self.refused(self.line.post(f"{SITE}/clock/confirm", body, self.tokens["admin"]), 204)
        self.refused(self.line.post("/api/v1/sites/other/clock/confirm", {}, self.tokens["admin"]), 404)

    def test_nobody_acts_for_another_counter(self):
        for role in AT_COUNTER:
            for action in ("open", "pause", "close", "call_next", "call"):
                with self.subTest(role=role, action=action):
                    self.refused(self.line.post(f"{SITE}/counters/2/{action}", b"{", self.tokens[role]), 403)

    def test_unknown_things_are_404_before_the_role_is_looked_at(self):
        for role, token in self.tokens.items():
            expected = 401 if role in ("nobody", "stranger") else 404
            for method, target in (
                ("GET", "/api/v1/sites/other/tickets"), ("POST", "/api/v1/sites/other/tickets"),
                ("GET", "/api/v1/sites/other/devices"), ("POST", "/api/v1/sites/other/counters/1/call_next"),
                ("POST", f"{SITE}/counters/9/open"), ("POST", f"{SITE}/number_blocks/9/tickets"), ("GET", "/api/v1/tickets/demo-999"),
                ("POST", "/api/v1/tickets/demo-999/cancel"), ("POST", "/api/v1/tickets/other-1/cancel"),
                ("GET", "/api/v1/tickets/x"), ("GET", "/api/v1/tickets/demo-01"),
            ):  # fmt: skip
                with self.subTest(role=role, target=target):
                    self.refused(self.line.ask(method, target, token=token), expected)
        for target in ("board", "services", "procedures"):
            self.refused(self.line.get(f"/api/v1/sites/other/{target}"), 404)
            self.refused(self.line.get(f"/api/v1/sites/other/{target}", self.office.display), 404)

    def test_the_order_of_the_checks(self):
        """Each request is wrong in two ways that follow each other; the earlier one is answered."""
        large, kiosk, display = b" " * 65537, self.office.kiosk, self.office.display
        text = (("Content-Type", "text/plain"),)
        self.refused(self.line.ask("DELETE", "/api/v1/nothing"), 404)
        given = self.line.ask("DELETE", f"{SITE}/tickets", b"{}", headers=text)
        self.refused(given, 405)
        self.assertEqual({one.strip() for one in given.header("allow").split(",")}, {"GET", "HEAD", "POST"})
        with self.office.connect() as line:
            self.refused(line.post(f"{SITE}/tickets", large, headers=text), 413)  # and 401
        self.refused(self.line.post(f"{SITE}/tickets", b"{}", headers=text), 415)  # and 401
        self.refused(self.line.post("/api/v1/sites/other/tickets", b"{"), 401)  # and 404
        self.refused(self.line.post("/api/v1/sites/other/tickets", b"{", display), 404)  # and 403
        self.refused(self.line.post(f"{SITE}/tickets", b"{", display), 403)  # and 400
        self.refused(self.line.post(f"{SITE}/tickets", b'{"service":1}', kiosk), 422)
        self.refused(self.line.post("/api/v1/tickets/demo-1/hold", {"reason": 1}, self.office.counters["1"]), 422)  # and 409

    def test_an_unknown_path_and_a_wrong_method(self):
        for target in ("/books", "/api", "/api/v1", "/api/v1/", "/api/v2/sites/demo/board", f"{SITE}", f"{SITE}/board/x",
                       "/healthz/x", "/web/none.js", "/t/", "/../etc/passwd", "/web/..%2f..%2fetc%2fpasswd"):  # fmt: skip
            self.refused(self.line.get(target, self.office.admin), 404)
        for template, operations in self.office.document()["paths"].items():
            target = template.replace("{site}", "demo").replace("{counter}", "1").replace("{id}", "demo-1")
            target = target.replace("{track}", "x").replace("{name}", "x").replace("{block}", "1").replace("{login}", "x")
            for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
                if method.lower() in operations:
                    continue
                given = self.line.ask(method, target, token=self.office.admin)
                self.refused(given, 405, "method_not_allowed")
                self.assertLessEqual({one.upper() for one in operations}, set(given.header("allow").split(", ")))

    def test_head_is_get_without_a_body(self):
        for target in (f"{SITE}/board", "/healthz", "/t/x", f"{SITE}/nothing"):
            full, head = self.line.get(target), self.line.ask("HEAD", target)
            self.assertEqual((head.status, head.body), (full.status, b""))
            self.assertEqual(head.header("content-type"), full.header("content-type"))

    def test_staff_sign_in_and_out(self):
        body = {"site": "demo", "login": "minh", "password": self.office.password("minh")}
        given = self.line.post("/api/v1/sessions", body)
        self.assertEqual((given.status, given.json["role"], given.json["staff"]), (201, "clerk", "minh"))
        token = given.json["token"]
        self.assertRegex(given.json["expires_at"], r"\+07:00$")
        self.assertEqual(self.line.get("/api/v1/whoami", token).json["staff"], "minh")
        gone = self.line.ask("DELETE", "/api/v1/sessions/current", token=token)
        self.assertEqual((gone.status, gone.body), (204, b""))
        self.refused(self.line.get("/api/v1/whoami", token), 401)
        self.refused(self.line.ask("DELETE", "/api/v1/sessions/current", token=token), 401)
        self.refused(self.line.ask("DELETE", "/api/v1/sessions/current", token=self.office.kiosk), 403)
        self.refused(self.line.post("/api/v1/sessions", {**body, "site": "other"}), 404)
        for name in body:
            for value, code in ((None, "missing"), (1, "wrong_type"), ("", "too_short"), ("x" * 300, "too_long")):
                given = self.line.post("/api/v1/sessions", {**body, name: value})
                self.refused(given, 422, code)
                self.assertEqual(given.json["field"], name)

    def test_guessing_passwords_is_slowed_down(self):
        with Office() as office, office.connect() as line:
            body = {"site": "demo", "login": "hoa", "password": "wrong"}
            self.refused(line.post("/api/v1/sessions", {**body, "login": "nobody"}), 401, "wrong_password")
            tries = 0
            while line.post("/api/v1/sessions", body).status == 401:
                tries += 1
                self.assertLess(tries, 12)
            self.assertGreaterEqual(tries, 3)  # a slip of the finger costs nothing
            right = {**body, "password": office.password("hoa")}
            paused = line.post("/api/v1/sessions", right)
            self.refused(paused, 429)  # no oracle in between
            self.assertIn("sign in", paused.json["detail"])
            self.assertEqual(line.get("/api/v1/whoami", office.kiosk).status, 200)  # devices go on

    def test_guessing_many_passwords_at_once_gains_nothing(self):
        with Office() as office:
            body = {"site": "demo", "login": "hoa", "password": "wrong"}
            answers = office.post_many("/api/v1/sessions", [body] * 30, None)
            tried = [one for one in answers if one.status == 401]
            self.assertLessEqual(len(tried), 6)
            for one in answers:
                if one not in tried:
                    self.refused(one, 429)

    def test_a_note_is_read_at_the_counters_alone(self):
        for role in AT_COUNTER:
            given = self.line.post("/api/v1/tickets/demo-1/note", {"text": f"của {role}"}, self.tokens[role])
            self.assertEqual((given.status, given.json["has_note"]), (200, True))
            for reader, token in self.tokens.items():
                if reader not in ANY_STAFF:
                    continue
                with self.subTest(writer=role, reader=reader):
                    seen = self.line.get("/api/v1/tickets/demo-1", token).json
                    self.assertEqual(seen["has_note"], True)
                    self.assertEqual(seen["note"], f"của {role}" if reader in AT_COUNTER else None)
        self.line.post("/api/v1/tickets/demo-1/note", {"text": ""}, self.tokens["counter"])

    def test_whoami_names_the_place_of_a_device(self):
        reply = self.line.get("/api/v1/whoami", self.tokens["clerk"]).json
        self.assertEqual((reply["role"], reply["site"], reply["counter"], reply["staff"]), ("clerk", "demo", "1", "lan"))
        reply = self.line.get("/api/v1/whoami", self.office.counters["3"]).json
        self.assertEqual((reply["role"], reply["counter"], reply["staff"]), ("counter", "3", None))
        self.assertEqual(self.line.get("/api/v1/whoami", self.office.display).json["role"], "display")

    def test_a_stranger_cannot_pass_for_a_kiosk_or_for_staff(self):
        with Office(fresh_folder(tickets_are_open=True)) as office, office.connect() as line:
            for body in ({}, {"channel": None}, {"channel": "online"}):
                given = line.post(f"{SITE}/tickets", {"service": "A", **body})
                self.assertEqual((given.status, given.json["channel"]), (201, "online"))
            for channel in ("kiosk", "staff", "phone", "appointment"):
                given = line.post(f"{SITE}/tickets", {"service": "A", "channel": channel})
                self.refused(given, 422, "not_allowed")
                self.assertEqual(given.json["field"], "channel")
            given = line.post(f"{SITE}/tickets", {"service": "A", "channel": "staff"}, office.counters["1"])
            self.assertEqual((given.status, given.json["channel"]), (201, "staff"))

    def test_a_stranger_cannot_fill_the_queue(self):
        with Office(fresh_folder(tickets_are_open=True)) as office:
            with office.connect(source="127.0.0.7") as greedy, office.connect(source="127.0.0.8") as other:
                taken = [greedy.post(f"{SITE}/tickets", {"service": "A"}) for _ in range(40)]
                self.assertLessEqual(sum(one.status == 201 for one in taken), 12)
                self.refused(taken[-1], 429, "too_many_requests")
                self.assertGreaterEqual(int(taken[-1].header("retry-after")), 2)
                self.assertEqual(greedy.get(f"{SITE}/board").status, 200)  # who reads goes on
                self.assertEqual(other.post(f"{SITE}/tickets", {"service": "A"}).status, 201)
                office.issue(greedy)  # and so do kiosks

    def test_requests_without_a_token_are_limited_per_address(self):
        with Office() as office:
            with office.connect(source="127.0.0.7") as greedy, office.connect(source="127.0.0.8") as other:
                statuses = [greedy.get(f"{SITE}/board").status for _ in range(600)]
                self.assertIn(429, statuses)
                self.assertEqual(set(statuses[:100]), {200})
                self.assertEqual(other.get(f"{SITE}/board").status, 200)
                with_token = [greedy.get(f"{SITE}/board", office.display).status for _ in range(600)]
                self.assertEqual(set(with_token), {200})
                self.assertEqual({greedy.get("/healthz").status for _ in range(300)}, {200})


if __name__ == "__main__":
    unittest.main()
