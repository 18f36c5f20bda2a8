#!/usr/bin/env python3
"""The settings of a site: through the interface, as a file, and how a change reaches those who follow."""

import unittest

from office import SITE, Office, fresh_folder, run_server, temporary_folder
from websocket import Feed

SETTINGS = f"{SITE}/settings"

# Changes that are wrong, with the field that is at fault.
WRONG = [
    ({"unknown": 1}, "unknown"), ({"kiosk": {"unknown": 1}}, "kiosk.unknown"), ({"name": 7}, "name"), ({"name": ""}, "name"),
    ({"name": None}, "name"), ({"services": {}}, "services"), ({"services": [7]}, "services[0]"),
    ({"services": [{"code": "A", "name": "A", "minutes": "8"}]}, "services[0].minutes"), ({"elderly_age": 10**30}, "elderly_age"),
    ({"elderly_age": 0}, "elderly_age"), ({"hours": {"mon": [["07:30", "07:30"]]}}, "hours.mon[0]"),
    ({"hours": {"mon": [["07:30"]]}}, "hours.mon[0]"), ({"hours": {"mon": [["25:00", "26:00"]]}}, "hours.mon[0][0]"),
    ({"hours": {"mon": [["07:30", "11:30"], ["11:00", "12:00"]]}}, "hours.mon[1]"), ({"time_zone": "Mars/Base"}, "time_zone"),
    ({"holidays": [{"day": "2026-02-30"}]}, "holidays[0].day"), ({"public": True}, "public"), ({"public": {"reads": 1}}, "public.reads"),
    ({"board": {"languages": ["fr"]}}, "board.languages[0]"), ({"appointments": {"capacity": -1}}, "appointments.capacity"),
]  # fmt: skip


class InterfaceTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office())
        cls.line = cls.enterClassContext(cls.office.connect())

    def put(self, body, match):
        return self.line.ask("PUT", SETTINGS, body, self.office.admin, headers=(("If-Match", match),))

    def test_each_wrong_setting_is_named_and_changes_nothing(self):
        before = self.line.get(SETTINGS, self.office.admin)
        for body, field in WRONG:
            with self.subTest(body=body):
                given = self.put(body, before.header("etag"))
                self.assertEqual((given.status, given.json["field"]), (422, field), given)
        self.assertEqual(self.line.get(SETTINGS, self.office.admin).json, before.json)

    def test_a_change_is_seen_at_once_by_reads_and_feeds_and_can_be_taken_back(self):
        before = self.line.get(SETTINGS, self.office.admin)
        services = before.json["services"]
        services[3]["name"] = "Trả hồ sơ"
        with Feed(self.office, token=self.office.display) as feed:
            self.assertEqual(feed.message()["type"], "snapshot")
            changed = self.put({"services": services}, before.header("etag"))
            self.assertEqual((changed.status, changed.json["version"]), (200, before.json["version"] + 1), changed)
            message = feed.message()
            self.assertEqual((message["type"], message["version"]), ("site_configured", changed.json["version"]))
        self.assertEqual(self.line.get(f"{SITE}/services").json["items"][3]["name"], "Trả hồ sơ")
        self.assertEqual(self.put({}, before.header("etag")).code, "changed_meanwhile")
        history = self.line.get(f"{SETTINGS}/history", self.office.admin).json["items"]
        self.assertEqual(history[0]["changes"], [{"path": "services[3].name", "from": "Trả kết quả", "to": "Trả hồ sơ"}])
        body = {"version": before.json["version"]}
        restored = self.line.post(f"{SETTINGS}/restore", body, self.office.admin, key="back")
        self.assertEqual((restored.status, restored.json["services"]), (200, before.json["services"]), restored)
        again = self.line.post(f"{SETTINGS}/restore", body, self.office.admin, key="back")
        self.assertEqual((again.body, again.header("idempotent-replayed")), (restored.body, "true"))


class FileTest(unittest.TestCase):
    def setUp(self):
        self.folder = fresh_folder()
        self.file = temporary_folder() / "settings.toml"
        self.exported = self.run_settings("export")[1]

    def run_settings(self, command, *options):
        return run_server("settings", command, "--data", self.folder, *options)

    def refused(self, code, text, *words):
        self.file.write_text(text)
        for command in ("check", "import"):
            got, output, errors = self.run_settings(command, self.file)
            self.assertEqual((got, output), (code, ""), errors)
            self.assertRegex(errors, r"\A[^\n]+\n\Z")
            for word in words:
                self.assertIn(word, errors)
        self.assertEqual(self.run_settings("export")[1], self.exported)

    def test_what_was_exported_can_be_imported_and_is_the_same(self):
        self.assertEqual(self.run_settings("export", self.file), (0, "", ""))
        self.assertEqual(self.file.read_text(), self.exported)
        for command in ("check", "import"):
            self.assertEqual(self.run_settings(command, self.file), (0, "", ""))
        self.assertEqual(self.run_settings("export")[1], self.exported)
        self.assertEqual(run_server("verify", "--data", self.folder)[0], 0)

    def version(self):
        with Office(self.folder) as office, office.connect() as line:
            return line.get(SETTINGS, office.admin).json["version"]

    def test_one_setting_is_changed_by_its_name_and_the_others_stay(self):
        self.assertEqual(run_server("settings", "set", "--data", self.folder, "name", "Phường Mới"), (0, "", ""))
        self.assertEqual(run_server("settings", "set", "--data", self.folder, "kiosk.home_after_s", "30"), (0, "", ""))
        version = self.version()
        self.assertEqual(run_server("settings", "set", "--data", self.folder, "kiosk.home_after_s", "30"), (0, "", ""))
        self.assertEqual(self.version(), version)  # it was so already
        changed = self.run_settings("export")[1]
        before, after = self.exported.splitlines(), changed.splitlines()
        self.assertEqual([line for line in after if line not in before], ['name = "Phường Mới"', "home_after_s = 30"])
        self.assertEqual(len(before), len(after))
        for key, value, word in (("nmae", "x", "nmae"), ("kiosk.colour", "x", "kiosk.colour"), ("kiosk.home_after_s", "soon", "home_after_s"),
                                 ("elderly_age", "900", "elderly_age"), ("name.vi", "x", "name.vi"), ("hours", "never", "hours")):  # fmt: skip
            code, output, errors = run_server("settings", "set", "--data", self.folder, key, value)
            self.assertEqual((code, output), (2, ""), errors)
            self.assertRegex(errors, rf"\A[^\n]*{word}[^\n]*\n\Z")
        self.assertEqual(self.run_settings("export")[1], changed)

    def test_a_fault_in_the_file_is_one_line_with_its_place_and_changes_nothing(self):
        lines = self.exported.split("\n")
        line = next(i for i, text in enumerate(lines) if text.startswith("elderly_age"))
        for wrong in ("elderly_age = 0", "elderly_age = '60'", "elderly_ape = 60", "elderly_age = = 60"):
            changed = [*lines[:line], wrong, *lines[line + 1 :]]
            self.refused(2, "\n".join(changed), f"{self.file}:{line + 1}: ")
        for old, new, words in (
            ("time_zone = ", 'time_zone = "Mars/Base" #', ("time_zone", "no time zone")), ("minutes = 8\n", "minutes = 0\n", ('services "A": minutes',)),
            ("minutes = 8\n", 'minutes = "8"\n', ("minutes",)), ("minutes = 8\n", "minutes = 99999999999999999999\n", ()),
            ("minutes = 8\n", "minutes = 8\nmaximum = 3\n", ("maximum",)), ("minutes = 15\n", "minutes = 1979-05-27\n", ("minutes",)),
            ("minutes = 8\n", "minutes = 8\nfirst_number = 5\nlast_number = 4\n", ("last_number",)),
            ("elderly_minutes = 30", "elderly_minutes = -30", ("head_start.elderly_minutes",)),
            ('services = ["C", "B", "A"]', 'services = ["C", "Z"]', ('"4"', '"Z"')), ('services = ["C", "B", "A"]', 'services = "C"', ("services",)),
            ('code = "B"', 'code = "A"', ("code",)), ("[[counters]]", "[counters]", ()), ('name = "Đất', 'name = "\\uD800', ()),
            ('mon = [["00:00", "24:00"]]', 'mon = [["08:00", "12:00"], ["11:00", "17:00"]]', ("hours.mon",)),
            ('{ day = "2025-01-01"', '{ day = "2024-01-01"', ("holidays", "day")),
        ):  # fmt: skip
            with self.subTest(new=new):
                self.assertIn(old, self.exported)
                self.refused(2, self.exported.replace(old, new, 1), f"{self.file}:", *words)
        self.assertEqual(self.run_settings("check", "/nonexistent.toml")[0], 2)

    def test_settings_that_a_ticket_stands_against_are_a_failure_that_names_it(self):
        with Office(self.folder) as office, office.connect() as line:
            office.issue(line, "C")
            self.assertEqual(self.run_settings("export")[1], self.exported)
            code, _, errors = self.run_settings("import", self.file)
            self.assertEqual(code, 2, errors)  # no such file
            self.file.write_text(self.exported)
            self.assertEqual(self.run_settings("check", self.file)[0], 0)
        self.file.write_text(self.exported.replace('code = "C"', 'code = "K"').replace('"C", "B", "A"', '"K", "B", "A"'))
        code, _, errors = self.run_settings("import", self.file)
        self.assertEqual(code, 1, errors)
        self.assertIn("C001", errors)
        self.assertEqual(self.run_settings("export")[1], self.exported)


if __name__ == "__main__":
    unittest.main()
