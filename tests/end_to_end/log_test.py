#!/usr/bin/env python3
"""The log on the standard error: one line for each thing an administrator should know, and never a secret."""

import os
import pathlib
import re
import signal
import unittest
import unittest.mock

from office import SITE, Office, fresh_folder, wait_until
from websocket import Feed

TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"
LINES_MAX = 20  # of one kind in 10 s


class LogTest(unittest.TestCase):
    def lines(self, office):
        """The level, kind and text of each line; every line has this form."""
        found = []
        for line in office.logged().splitlines():
            parts = re.fullmatch(rf"{TIME} (debug|info|warning|error|critical) ([a-z_]+): (.+)", line)
            self.assertTrue(parts, line)
            found.append(parts.groups())
        return found

    def assert_in_order(self, office, *patterns):
        """The log has a line for each pattern "level kind: text", in this order; others may lie between."""
        lines = iter([f"{level} {kind}: {text}" for level, kind, text in self.lines(office)])
        for pattern in patterns:
            self.assertTrue(any(re.fullmatch(pattern, line) for line in lines), (pattern, office.logged()))

    def test_a_day_of_an_administrator(self):
        here = r"from 127\.0\.0\.1"
        with Office() as office, office.connect() as line:
            right = {"site": "demo", "login": "lan", "password": office.password("lan")}
            wrong, mistyped, stale = "my-old-password", "secret-typed-as-login", "x" * 43
            self.assertEqual(line.post("/api/v1/sessions", {**right, "password": wrong}).status, 401)
            self.assertEqual(line.post("/api/v1/sessions", {**right, "login": mistyped}).status, 401)
            session = line.post("/api/v1/sessions", right).json["token"]
            self.assertEqual(line.get("/api/v1/whoami", stale).status, 401)
            self.assertEqual(line.get(f"{SITE}/devices", session).status, 403)
            self.assertEqual(line.ask("DELETE", "/api/v1/sessions/current", token=session).status, 204)
            self.assertEqual(line.get(f"{SITE}/board", session).status, 401)
            office.issue(line, "A")
        self.assert_in_order(
            office,
            rf"info start: motcua-server \S+ listens on 127\.0\.0\.1:{office.port}; "
            rf"folder {re.escape(str(office.folder))}, site demo, [1-9]\d* events, restored in \d+ ms",
            r"info content: [1-9]\d* procedures and [1-9]\d* files of the citizen's pages from /.*",
            r"info tls: none; only this machine can connect",
            rf"warning failed_sign_in: wrong password for lan \(clerk\) {here}",
            rf"warning failed_sign_in: unknown login {here}",
            rf"info sign_in: lan \(clerk\) signed in {here}",
            rf"warning refusal: a token that is not valid {here}",
            rf"warning refusal: a request beyond the role of lan \(clerk\) {here}",
            rf"info sign_in: lan \(clerk\) signed out {here}",
            r"info stop: SIGTERM; \d+ open connections, 0 of them feeds",
        )
        log = office.logged()
        secrets = [wrong, mistyped, stale, session, *(one["password"] for one in office.demo["staff"])]
        secrets += [office.kiosk, office.display, office.manager, office.admin, *office.counters.values()]
        for secret in secrets:
            self.assertNotIn(secret, log)
        for hidden in ("password_hash", "argon2", "Bearer", "Nguy"):
            self.assertNotIn(hidden, log)

    def test_settings_in_an_older_configuration_are_named_once_at_each_start(self):
        folder = fresh_folder()
        with Office(folder) as office:
            self.assertEqual([1 for _, kind, _ in self.lines(office) if kind == "settings"], [])
        configuration = folder / "motcua.toml"
        configuration.write_text(configuration.read_text() + "recall_grace_minutes = 12\n[open]\nreads = true\n")
        with Office(folder) as office:
            self.assert_in_order(
                office,
                r"warning settings: .*motcua\.toml: settings of the site are not read from here any more: "
                r"open, site\.recall_grace_minutes; change them with motcua-server settings",
            )

    def test_a_flood_of_refusals_is_cut_and_counted(self):
        with Office() as office, office.connect() as line:
            for _ in range(LINES_MAX + 30):
                self.assertEqual(line.get("/api/v1/whoami", "x" * 43).status, 401)
        refusals = [text for _, kind, text in self.lines(office) if kind == "refusal"]
        reports = [text for text in refusals if "were left out" in text]
        written = len(refusals) - len(reports)
        left_out = sum(int(text.split()[0]) for text in reports)
        self.assertTrue(reports, refusals)
        self.assertEqual(written + left_out, LINES_MAX + 30)
        self.assertLess(written, LINES_MAX + 30)

    def test_a_client_that_leaves_is_shown_at_debug_level_only(self):
        gone = r"debug feed: the client of a feed at 127\.0\.0\.1 is gone"
        with Office() as office, Feed(office, f"{SITE}/live", office.display):
            pass
        self.assertNotIn("is gone", office.logged())
        with unittest.mock.patch.dict(os.environ, SPDLOG_LEVEL="debug"), Office() as office:
            Feed(office, f"{SITE}/live", office.display).close()
            wait_until(lambda: "is gone" in office.logged(), "the line about the client")
            self.assert_in_order(office, gone)

    def test_under_systemd_the_journal_gets_the_level_as_a_prefix(self):
        folder = fresh_folder()
        log = pathlib.Path(f"{folder}.log")
        log.touch()
        stream = f"{log.stat().st_dev}:{log.stat().st_ino}"
        with unittest.mock.patch.dict(os.environ, JOURNAL_STREAM=stream), Office(folder) as office:
            with office.connect() as line:
                self.assertEqual(line.get("/api/v1/whoami", "x" * 43).status, 401)
            lines = office.logged().splitlines()
        self.assertRegex(lines[0], r"^<6>start: motcua-server ")
        self.assertIn("<4>refusal: a token that is not valid from 127.0.0.1", lines)

    def test_an_end_by_hand_names_its_signal(self):
        office = Office()
        self.assertEqual(office.stop(signal.SIGINT), 0)
        self.assert_in_order(office, r"info stop: SIGINT; 0 open connections, 0 of them feeds")


if __name__ == "__main__":
    unittest.main()
