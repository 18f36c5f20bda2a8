#!/usr/bin/env python3
"""Officers and devices: added, changed and ended by an administrator, by the interface and by the command line."""

import pathlib
import shutil
import unittest

from office import SITE, Office, fresh_folder, run_server, temporary_folder, wait_until
from websocket import Closed, Feed

STAFF, DEVICES = f"{SITE}/staff", f"{SITE}/devices"
STORED = pathlib.Path(__file__).parents[1] / "data" / "schema_5"
CHOSEN = "Con mèo trèo cây cau"


class AccountsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office())
        cls.line = cls.enterClassContext(cls.office.connect())

    def admin(self, method, target, body=None, **options):
        return self.line.ask(method, target, body, self.office.admin, **options)

    def refused(self, given, status, code):
        self.assertEqual((given.status, given.code), (status, code), given)

    def sign_in(self, login, password, **fields):
        return self.line.post("/api/v1/sessions", {"site": "demo", "login": login, "password": password, **fields})

    def add(self, login, **fields):
        """The one-time password of a new officer."""
        given = self.admin("POST", STAFF, {"login": login, "name": "Người mới", "role": "clerk", **fields})
        self.assertEqual((given.status, given.json["login"]), (201, login), given)
        return given.json["password"]

    def ready(self, login, **fields):
        """A new officer with a password of their own, signed in: the token."""
        once = self.add(login, **fields)
        token = self.sign_in(login, once).json["token"]
        given = self.line.post("/api/v1/sessions/current/password", {"old": once, "new": CHOSEN}, token)
        self.assertEqual(given.status, 204, given)
        return token


class StaffTest(AccountsTest):
    def test_a_one_time_password_opens_nothing_but_its_change(self):
        once = self.add("mai", counter="2")
        given = self.sign_in("mai", once)
        self.assertEqual((given.status, given.json["password_change_required"]), (201, True), given)
        token = given.json["token"]
        self.refused(self.line.get(f"{SITE}/tickets", token), 403, "password_change_required")
        self.refused(self.line.post(f"{SITE}/counters/2/open", {}, token), 403, "password_change_required")
        change = "/api/v1/sessions/current/password"
        for body, code, field in (
            ({"old": "no", "new": CHOSEN}, "wrong_password", "old"), ({"old": once, "new": "short"}, "too_short", "new"),
            ({"old": once, "new": "password2026"}, "too_common", "new"), ({"old": once}, "missing", "new"),
            ({"old": once, "new": 7}, "wrong_type", "new"),
        ):  # fmt: skip
            given = self.line.post(change, body, token)
            self.assertEqual((given.status, given.code, given.json["field"]), (422, code, field), given)
        self.assertEqual(self.line.post(change, {"old": once, "new": CHOSEN}, token).status, 204)
        self.assertEqual(self.line.get(f"{SITE}/tickets", token).status, 200)
        self.refused(self.sign_in("mai", once), 401, "wrong_password")
        self.assertIsNone(self.sign_in("mai", CHOSEN).json["password_change_required"])

    def test_a_password_change_ends_every_other_session(self):
        here = self.ready("binh")
        there = self.sign_in("binh", CHOSEN).json["token"]
        body = {"old": CHOSEN, "new": "Trời xanh mây trắng"}
        self.assertEqual(self.line.post("/api/v1/sessions/current/password", body, here).status, 204)
        self.assertEqual(self.line.get("/api/v1/whoami", here).status, 200)
        self.assertEqual(self.line.get("/api/v1/whoami", there).status, 401)

    def test_a_disabled_officer_is_out_at_once_and_their_feed_too(self):
        token = self.ready("chau", counter="3")
        with Feed(self.office, token=token) as feed:
            self.assertEqual(feed.message()["type"], "snapshot")
            given = self.admin("PATCH", f"{STAFF}/chau", {"disabled": True})
            self.assertEqual((given.status, given.json["disabled"]), (200, True), given)
            self.assertEqual(self.line.get("/api/v1/whoami", token).status, 401)
            with self.assertRaises(Closed):
                while True:
                    feed.message()
        self.refused(self.sign_in("chau", CHOSEN), 401, "wrong_password")
        self.assertEqual(self.admin("PATCH", f"{STAFF}/chau", {"disabled": False}).status, 200)
        self.assertEqual(self.sign_in("chau", CHOSEN).status, 201)

    def test_one_officer_sits_at_a_counter_until_another_takes_over(self):
        first = self.ready("dung", counter="4")
        self.assertEqual(self.line.post(f"{SITE}/counters/4/open", {}, first).status, 200)
        once = self.add("gia")
        taken = self.sign_in("gia", once, counter="4")
        self.refused(taken, 409, "counter_taken")
        self.assertEqual(taken.json["staff"], "dung")
        given = self.sign_in("gia", once, counter="4", take_over=True)
        self.assertEqual((given.status, given.json["counter"]), (201, "4"), given)
        self.assertEqual(self.line.get("/api/v1/whoami", first).status, 401)

    def test_an_officer_who_signs_out_leaves_their_counter_paused(self):
        token = self.ready("hanh", counter="1")
        self.assertEqual(self.line.post(f"{SITE}/counters/1/open", {}, token).status, 200)
        self.assertEqual(self.line.ask("DELETE", "/api/v1/sessions/current", token=token).status, 204)
        counter = next(one for one in self.line.get(f"{SITE}/board").json["counters"] if one["counter"] == "1")
        self.assertEqual((counter["state"], counter["reason"]), ("paused", "officer_gone"))

    def test_the_last_administrator_stays(self):
        self.refused(self.admin("PATCH", f"{STAFF}/admin", {"role": "clerk"}), 409, "last_administrator")
        self.refused(self.admin("PATCH", f"{STAFF}/admin", {"disabled": True}), 409, "last_administrator")

    def test_each_wrong_field_of_an_account_is_named(self):
        good = {"login": "khoa", "name": "Khoa", "role": "clerk", "counter": "1"}
        for field, value, status in (
            ("login", "Khoa", 422), ("login", "", 422), ("login", "x" * 65, 422), ("login", "lan", 409), ("name", "", 422),
            ("name", 7, 422), ("role", "boss", 422), ("role", None, 422), ("counter", "9", 422), ("counter", 1, 422),
        ):  # fmt: skip
            with self.subTest(field=field, value=value):
                given = self.admin("POST", STAFF, {**good, field: value})
                self.assertEqual((given.status, given.json["field"]), (status, field), given)
        for body, field in (({"role": "boss"}, "role"), ({"counter": "9"}, "counter"), ({"disabled": 1}, "disabled"), ({"login": "x"}, "login")):
            given = self.admin("PATCH", f"{STAFF}/lan", body)
            self.assertEqual((given.status, given.json["field"]), (422, field), given)
        self.assertEqual(self.admin("PATCH", f"{STAFF}/nobody", {}).status, 404)
        self.assertEqual(self.admin("POST", f"{STAFF}/nobody/reset_password", {}).status, 404)

    def test_a_new_account_is_made_once_and_its_password_shown_once(self):
        body = {"login": "quyen", "name": "Quyên", "role": "manager"}
        first = self.admin("POST", STAFF, body, key="quyen")
        again = self.admin("POST", STAFF, body, key="quyen")
        self.assertEqual((again.status, again.header("idempotent-replayed")), (201, "true"), again)
        self.assertTrue(first.json["password"])
        self.assertIsNone(again.json["password"])


class CookieTest(AccountsTest):
    def test_a_browser_session_needs_its_own_page(self):
        given = self.sign_in("thu", self.office.password("thu"), cookie=True)
        self.assertEqual((given.status, given.json["token"]), (201, None), given)
        whole = given.header("set-cookie")
        self.assertTrue(whole.startswith("motcua="), whole)
        self.assertIn("HttpOnly", whole)
        self.assertIn("SameSite=Strict", whole)
        cookie = ("Cookie", whole.split(";")[0])
        mine, ours, theirs = ("X-Motcua", "1"), ("Origin", "http://office"), ("Origin", "https://evil.example")
        whoami = lambda *headers: self.line.get("/api/v1/whoami", headers=headers)
        self.assertEqual(whoami(cookie, mine).json["staff"], "thu")
        self.assertEqual(whoami(cookie, mine, ours).status, 200)
        self.refused(whoami(cookie), 403, "forbidden_origin")
        self.refused(whoami(cookie, mine, theirs), 403, "forbidden_origin")
        self.assertEqual(whoami(("Cookie", "motcua=x"), mine).status, 401)
        secret = whole.split(";")[0].split("=")[1]
        self.assertEqual(self.line.get("/api/v1/whoami", secret).status, 401)  # a cookie is not a bearer token
        self.assertEqual(self.line.get(f"{SITE}/board", headers=(cookie,)).status, 200)  # public, with or without
        out = self.line.ask("DELETE", "/api/v1/sessions/current", headers=(cookie, mine))
        self.assertEqual(out.status, 204)
        self.assertIn("Max-Age=0", out.header("set-cookie"))
        self.assertEqual(whoami(cookie, mine).status, 401)


class DevicesTest(AccountsTest):
    def enrol(self, kind, **options):
        given = self.line.post("/api/v1/enrol", {"kind": kind, "version": "1.0"}, **options)
        self.assertEqual(given.status, 201, given)
        self.assertRegex(given.json["user_code"], r"^\d{6}$")
        return given.json

    def token_of(self, enrolled):
        return self.line.post("/api/v1/enrol/token", {"device_code": enrolled["device_code"]})

    def allow(self, enrolled, **fields):
        given = self.admin("POST", DEVICES, {"user_code": enrolled["user_code"], **fields})
        self.assertEqual(given.status, 201, given)
        return self.token_of(enrolled).json["token"]

    def test_a_device_is_allowed_by_the_code_on_its_screen(self):
        kiosk = self.enrol("kiosk")
        self.assertEqual((self.token_of(kiosk).status, self.token_of(kiosk).json), (202, {"state": "pending"}))
        body = {"user_code": kiosk["user_code"], "name": "kiosk-9", "kind": "kiosk"}
        self.refused(self.admin("POST", DEVICES, {**body, "user_code": "000000"}), 404, "unknown_code")
        self.refused(self.admin("POST", DEVICES, {**body, "kind": "board"}), 409, "wrong_kind")
        self.refused(self.admin("POST", DEVICES, {**body, "name": "kiosk-1"}), 409, "name_taken")
        given = self.admin("POST", DEVICES, body)
        self.assertEqual((given.status, given.json["state"]), (201, "allowed"), given)
        self.refused(self.admin("POST", DEVICES, {**body, "name": "again"}), 404, "unknown_code")
        taken = self.token_of(kiosk)
        self.assertEqual((taken.status, taken.json["name"], taken.json["kind"]), (200, "kiosk-9", "kiosk"), taken)
        self.refused(self.token_of(kiosk), 404, "unknown_code")
        self.assertEqual(self.line.post(f"{SITE}/tickets", {"service": "A"}, taken.json["token"]).status, 201)

    def test_a_device_that_is_revoked_or_replaced_is_out_at_once(self):
        old = self.allow(self.enrol("kiosk"), name="kiosk-8", kind="kiosk", counter=None)
        new = self.allow(self.enrol("kiosk"), replaces="kiosk-8")
        self.assertEqual(self.line.get("/api/v1/whoami", old).status, 401)
        self.assertEqual(self.line.get("/api/v1/whoami", new).status, 200)
        with Feed(self.office, token=new) as feed:
            self.assertEqual(feed.message()["type"], "snapshot")
            self.assertEqual(self.admin("DELETE", f"{DEVICES}/kiosk-8").status, 204)
            with self.assertRaises(Closed):
                while True:
                    feed.message()
        self.assertEqual(self.line.get("/api/v1/whoami", new).status, 401)
        self.assertEqual(self.admin("DELETE", f"{DEVICES}/kiosk-8").status, 404)

    def test_a_console_only_reads_until_an_officer_signs_in(self):
        console = self.allow(self.enrol("console"), name="console-2", kind="console", counter="2")
        whoami = self.line.get("/api/v1/whoami", console).json
        self.assertEqual((whoami["role"], whoami["counter"], whoami["sign_in_required"]), ("counter", "2", True))
        self.assertEqual(self.line.get(f"{SITE}/tickets", console).status, 200)
        self.refused(self.line.post(f"{SITE}/counters/2/open", {}, console), 403, "sign_in_required")
        self.refused(self.line.post(f"{SITE}/tickets", {"service": "A"}, console), 403, "sign_in_required")
        officer = self.ready("linh", counter="2")
        self.assertEqual(self.line.post(f"{SITE}/counters/2/open", {}, officer).status, 200)

    def test_a_token_or_a_password_is_never_kept_under_a_key(self):
        """Where an answer is a secret, or the request is one, the key means nothing: the second try is a new one."""
        body = {"name": "reader", "kind": "manager"}
        self.assertEqual(self.admin("POST", f"{SITE}/device_tokens", body, key="secret").status, 201)
        self.refused(self.admin("POST", f"{SITE}/device_tokens", body, key="secret"), 409, "name_taken")
        token = self.ready("tam")
        for old, new, status in ((CHOSEN, "Mưa rơi trên mái", 204), (CHOSEN, "Mưa rơi trên mái", 422)):
            body = {"old": old, "new": new}
            given = self.line.post("/api/v1/sessions/current/password", body, token, key="password")
            self.assertEqual(given.status, status, given)

    def test_a_device_reports_how_it_is(self):
        kiosk = self.allow(self.enrol("kiosk"), name="kiosk-7", kind="kiosk")
        report = {"version": "1.2", "uptime_s": 7, "clock_offset_s": -3, "printer": "no_paper", "last_error": "jam"}
        self.assertEqual(self.line.post("/api/v1/devices/current/report", report, kiosk).status, 204)
        shown = next(one for one in self.line.get(DEVICES, self.office.manager).json["items"] if one["name"] == "kiosk-7")
        self.assertEqual({key: shown[key] for key in report}, report)
        self.assertEqual(shown["state"], "online")
        for field, value in (("printer", "burning"), ("uptime_s", "7"), ("last_error", "x" * 301)):
            given = self.line.post("/api/v1/devices/current/report", {field: value}, kiosk)
            self.assertEqual((given.status, given.json["field"]), (422, field), given)
        officer = self.office.sign_in(self.line, "thu")
        self.assertEqual(self.line.post("/api/v1/devices/current/report", report, officer).status, 403)

    def test_one_address_has_only_so_many_devices_that_wait(self):
        with self.office.connect(source="127.0.0.77") as line:
            for _ in range(20):
                self.assertEqual(line.post("/api/v1/enrol", {"kind": "board", "version": ""}).status, 201)
            self.assertEqual(line.post("/api/v1/enrol", {"kind": "board", "version": ""}).status, 429)
        given = self.line.post("/api/v1/enrol", {"kind": "manager", "version": ""})
        self.assertEqual((given.status, given.json["field"]), (422, "kind"), given)


class RestartTest(unittest.TestCase):
    def test_sessions_and_devices_survive_a_restart_even_a_hard_one(self):
        with Office() as office:
            with office.connect() as line:
                token = office.sign_in(line, "lan")
                code = line.post("/api/v1/enrol", {"kind": "kiosk", "version": ""}).json
                body = {"user_code": code["user_code"], "name": "kiosk-2", "kind": "kiosk"}
                self.assertEqual(line.post(DEVICES, body, office.admin).status, 201)
            office.kill()
            office.start()
            with office.connect() as line:
                self.assertEqual(line.get("/api/v1/whoami", token).json["staff"], "lan")
                self.assertEqual(line.get("/api/v1/whoami", office.kiosk).status, 200)
                # Allowed before the fall, and not yet fetched.
                given = line.post("/api/v1/enrol/token", {"device_code": code["device_code"]})
                self.assertEqual(given.status, 200, given)
                self.assertEqual(line.ask("DELETE", "/api/v1/sessions/current", token=token).status, 204)
            office.kill()
            office.start()
            with office.connect() as line:
                self.assertEqual(line.get("/api/v1/whoami", token).status, 401)
                self.assertEqual(line.get("/api/v1/whoami", given.json["token"]).status, 200)

    def test_the_right_password_gets_in_soon_after_any_number_of_wrong_ones(self):
        with Office() as office, office.connect() as line:
            wrong = {"site": "demo", "login": "hoa", "password": "wrong"}
            for _ in range(40):
                line.post("/api/v1/sessions", wrong)
            right = {**wrong, "password": office.password("hoa")}
            wait_until(lambda: line.post("/api/v1/sessions", right).status == 201, "a sign-in", 60)


class CommandsTest(unittest.TestCase):
    def run_all(self, folder):
        """The same commands, with and without a server."""
        code, out, errors = run_server("staff", "add", "mai", "--name", "Mai", "--role", "clerk", "--counter", "1", "--data", folder)
        self.assertEqual((code, errors), (0, ""))
        self.assertIn("mai signs in once with the password ", out)
        code, _, errors = run_server("staff", "add", "mai", "--name", "Mai", "--role", "clerk", "--data", folder)
        self.assertEqual((code, errors), (1, "motcua-server: login: This name is taken.\n"))
        self.assertEqual(run_server("staff", "reset", "mai", "--data", folder)[0], 0)
        self.assertEqual(run_server("staff", "disable", "mai", "--data", folder)[0], 0)
        self.assertIn("mai\tMai\tclerk\tcounter 1\tdisabled\n", run_server("staff", "list", "--data", folder)[1])
        code, token, errors = run_server("device", "add", "reader", "--kind", "manager", "--data", folder)
        self.assertEqual((code, errors), (0, ""))
        self.assertRegex(token, r"^[A-Za-z0-9_-]{43}\n$")
        self.assertIn("reader\tmanager\t-\t", run_server("device", "list", "--data", folder)[1])
        self.assertEqual(run_server("device", "revoke", "board-1", "--data", folder)[0], 0)
        self.assertEqual(run_server("device", "revoke", "board-1", "--data", folder)[0], 1)
        return token.strip()

    def test_the_command_line_works_on_a_folder_without_a_server(self):
        folder = fresh_folder()
        token = self.run_all(folder)
        code, _, errors = run_server("device", "allow", "123456", "--name", "k", "--kind", "kiosk", "--data", folder)
        self.assertEqual(code, 1)
        self.assertIn("no server runs on this folder", errors)
        with Office(folder) as office, office.connect() as line:
            self.assertEqual(line.get("/api/v1/whoami", token).json["role"], "manager")

    def test_the_command_line_speaks_to_the_running_server(self):
        with Office() as office, office.connect() as line:
            run = office.folder / "run.json"
            self.assertEqual(run.stat().st_mode & 0o777, 0o600)
            token = self.run_all(office.folder)
            self.assertEqual(line.get("/api/v1/whoami", token).json["role"], "manager")
            self.assertEqual(line.get("/api/v1/whoami", office.display).status, 401)
            shown = line.post("/api/v1/enrol", {"kind": "sign", "version": ""}).json
            arguments = ("--name", "sign-1", "--kind", "sign", "--counter", "1", "--data", office.folder)
            self.assertEqual(run_server("device", "allow", shown["user_code"], *arguments)[0], 0)
            self.assertEqual(line.post("/api/v1/enrol/token", {"device_code": shown["device_code"]}).status, 200)
            office.stop()
            self.assertFalse(run.exists())
            office.start()

    def test_devices_and_accounts_of_an_older_program_are_taken_over_once(self):
        folder = temporary_folder() / "data"
        folder.mkdir()
        for file in ("motcua.db", "motcua.toml", "access.json", "demo.json"):
            shutil.copy(STORED / file, folder)
        with Office(folder) as office, office.connect() as line:
            self.assertFalse((folder / "access.json").exists())
            self.assertTrue((folder / "access.json.old").exists())
            for token in (office.kiosk, office.display, office.manager, office.admin, office.counters["1"]):
                self.assertEqual(line.get("/api/v1/whoami", token).status, 200)
            self.assertEqual(line.post(f"{SITE}/counters/1/open", {}, office.counters["1"]).status, 200)
            self.assertTrue(office.sign_in(line, "lan"))
            self.assertEqual(line.ask("DELETE", f"{DEVICES}/kiosk-1", token=office.admin).status, 204)
            office.stop()
            shutil.copy(folder / "access.json.old", folder / "access.json")  # as a careless restore would
            office.start()
        with Office(folder) as office, office.connect() as line:
            self.assertEqual(line.get("/api/v1/whoami", office.kiosk).status, 401)


if __name__ == "__main__":
    unittest.main()
