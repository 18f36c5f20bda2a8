#!/usr/bin/env python3
"""Faults at the start: one line that says which and why, the right exit code, and nothing written."""

import contextlib
import hashlib
import os
import pathlib
import re
import shutil
import socket
import sqlite3
import subprocess
import unittest

from office import DEADLINE_S, SERVER, SITE, Office, fresh_folder, run_server, temporary_folder

LISTEN = ("--listen", "127.0.0.1:0")
STORED = pathlib.Path(__file__).parents[1] / "data" / "schema_5"


def contents(folder):
    """Every file of a folder with a digest of its bytes."""
    return {str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest()
            for one in pathlib.Path(folder).rglob("*") if one.is_file()}  # fmt: skip


class FaultsTest(unittest.TestCase):
    def setUp(self):
        self.folder = fresh_folder()
        self.configuration = self.folder / "motcua.toml"

    def refused(self, options, code, *words, but=()):
        """One line on standard error that holds these words; nothing else is said or changed, `but` these files."""
        before = contents(self.folder)
        got, output, errors = run_server(*options)
        self.assertEqual((got, output), (code, ""), (options, errors))
        self.assertRegex(errors, r"\A[^\n]+\n\Z", options)
        self.assertTrue(errors.startswith("motcua-server: "), errors)
        for word in words:
            self.assertIn(str(word), errors)
            if isinstance(word, pathlib.Path):
                self.assertEqual(errors.count(str(word)), 1, errors)
        after = contents(self.folder)
        for name in but:
            before.pop(name), after.pop(name)
        self.assertEqual(after, before)

    def serve(self, code, *words, but=()):
        self.refused(("serve", "--data", self.folder, *LISTEN), code, *words, but=but)

    def test_a_wrong_option(self):
        data = ("--data", self.folder)
        for options, words in (
            ((), ()), (("none",), ("no command none",)), (("--foo",), ("no option --foo",)), (("-f",), ("no option -f",)), (("serve",), ("--data",)), (("init",), ("--data",)),
            (("serve", *data, "--nonsense"), ("--nonsense",)), (("serve", *data, "extra"), ("extra",)),
            (("serve", "--data"), ("--data",)), (("init", *data, "--demo=maybe"), ("demo",)),
            *((("serve", *data, "--listen", where), ("--listen", where)) for where in (
                "", "x", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:-1", "127.0.0.1:65536", ":8080",
                "localhost:8080", "127.0.0.1:80 ", "256.0.0.1:80", "[::1:80")),
            (("serve", *data, "--config", "/nonexistent.toml"), ("/nonexistent.toml cannot be read: No such file",)),
            (("serve", *data, "--config", ""), ("--config",)), (("serve", "--data", ""), ("--data",)),
            (("init", "--data", ""), ("--data",)), (("settings",), ()), (("settings", *data), ()), (("settings", "none", *data), ()),
            (("settings", "check"), ("--data",)), (("settings", "check", *data, "/nonexistent.toml"), ("/nonexistent.toml cannot be read",)),
        ):  # fmt: skip
            with self.subTest(options=options):
                self.refused(options, 2, *words)

    def commands_on(self, folder):
        """Every command that goes on with an office, on this folder."""
        days = ("--what", "visits", "--from", "2026-11-23", "--to", "2026-11-23", "--format", "csv")
        yield "serve", "--data", folder, *LISTEN
        yield "verify", "--data", folder
        yield "settings", "export", "--data", folder
        yield "export", "--data", folder, *days
        yield "export", "--data", folder, *days, "--out", self.folder / "visits.csv"

    def test_a_folder_without_an_office_is_a_wrong_option_and_a_lost_database_a_failure(self):
        empty = self.folder / "empty"
        empty.mkdir()
        for folder in ("/nonexistent", empty, self.folder / "demo.json"):
            with self.subTest(folder=folder):
                for options in self.commands_on(folder):
                    self.refused(options, 2, f"--data {folder}", "init")
                self.refused(("serve", "--data", folder, "--config", self.configuration), 2, f"--data {folder}")
        (self.folder / "motcua.db").unlink()
        for options in self.commands_on(self.folder):
            self.refused(options, 1, self.folder / "motcua.db", "is missing")
        self.refused(("serve", "--data", self.folder, "--config", self.configuration), 1, self.folder / "motcua.db")
        self.configuration.unlink()
        for options in self.commands_on(self.folder):
            self.refused(options, 2, self.configuration, "No such file")

    def test_an_export_that_fails_leaves_nothing_behind(self):
        taken = self.folder / "visits"
        taken.mkdir()
        *_, export = self.commands_on(self.folder)
        for out, code in ((taken, 2), (f"{taken}/", 2), (self.folder / "none" / "visits.csv", 1)):
            with self.subTest(out=out):
                self.refused((*export[:-1], out), code, f"--out {out}")
        text = self.configuration.read_text()
        self.configuration.write_text(text.replace('code = "demo"', 'code = "other"', 1))
        self.refused(export, 1, "other")

    def test_an_export_leaves_links_and_pipes_what_they_are(self):
        *_, export = self.commands_on(self.folder)
        link, file, pipe = (self.folder / name for name in ("link", "visits.csv", "pipe"))
        link.symlink_to(file)
        self.assertEqual(run_server(*export), (0, "", ""))
        written = file.read_bytes()
        file.write_text("older")
        self.assertEqual(run_server(*export[:-1], link), (0, "", ""))
        self.assertTrue(link.is_symlink())
        self.assertEqual(file.read_bytes(), written)
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        self.assertEqual(run_server(*export[:-1], pipe), (0, "", ""))
        self.assertEqual(os.read(reader, 65536), written)
        self.assertTrue(pipe.is_fifo())

    def test_help_and_version(self):
        for options in (("--help",), ("serve", "--help"), ("init", "--help"), ("--version",)):
            code, output, errors = run_server(*options)
            self.assertEqual((code, errors), (0, ""))
            self.assertIn("motcua-server", output + " motcua-server" * ("serve" in options or "init" in options))

    def test_a_wrong_configuration(self):
        text = self.configuration.read_text()
        for old, new, words in (
            ("listen =", "listen : ", ()), ('listen = "127.0.0.1:8080"', 'listen = "here"', ("listen",)),
            ('listen = "127.0.0.1:8080"', "listen = 8080", ("listen",)), ('listen = "127.0.0.1:8080"', "", ("listen",)),
            ("[site]", "[sight]", ("sight",)), ("[site]", "[site]\n[site]", ()), ('code = "demo"', 'code = "Demo Office"', ("site.code",)),
            ('code = "demo"', 'code = ""', ("site.code",)), ('code = "demo"', "code = 7", ("site.code",)), ('code = "demo"', "", ("site.code",)),
            ('code = "demo"', 'code = "demo"\ncolour = 1', ("site.colour",)), ("[site]", "colour = 1\n[site]", ("colour",)),
            # What an older file said of the site is not read, but for what was public.
            ("[site]", '[open]\nreads = "yes"\n[site]', ("open.reads",)), ("[site]", "[open]\ncolour = 1\n[site]", ("open.colour",)),
        ):  # fmt: skip
            with self.subTest(new=new):
                self.assertIn(old, text)
                self.configuration.write_text(text.replace(old, new, 1))
                self.serve(2, *words, but=["motcua.db"])  # the day may have been opened meanwhile
        for data in (b"", b"\0", b"\xff\xfe", text[:text.index('demo"')].encode(), text.encode("utf-16"), b"= = =", b"[" * 5000, b"a = " + b"[" * 5000):
            with self.subTest(data=data[:20]):
                self.configuration.write_bytes(data)
                self.serve(2, self.configuration)
        self.configuration.write_text(text)
        self.configuration.unlink()
        self.serve(2, self.configuration)
        self.configuration.mkdir()
        self.serve(2, self.configuration)

    def test_a_folder_of_texts_and_pages_that_is_missing(self):
        nowhere = str(temporary_folder() / "share")
        done = subprocess.run([SERVER, "serve", "--data", self.folder, *LISTEN], env={**os.environ, "MOTCUA_ASSETS": nowhere},
                              capture_output=True, text=True, timeout=DEADLINE_S)  # fmt: skip
        self.assertEqual((done.returncode, done.stdout), (1, ""), done)
        self.assertRegex(done.stderr, rf"\Amotcua-server: no folder {nowhere}:[^\n]+\n\Z")

    def test_a_port_in_use(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            where = f"127.0.0.1:{taken.getsockname()[1]}"
            got, output, errors = run_server("serve", "--data", self.folder, "--listen", where)
            self.assertEqual((got, output), (1, ""))
            self.assertRegex(errors, r"\A[^\n]+\n\Z")
            self.assertIn(where, errors)

    def database(self):
        """The database as a server that ended in order left it, with some tickets."""
        with Office(self.folder) as office, office.connect() as line:
            for _ in range(50):
                office.issue(line)
        return self.folder / "motcua.db" if (self.folder / "motcua.db").exists() else next(self.folder.glob("*.db*"))

    def test_a_database_that_is_not_to_be_trusted(self):
        file = self.database()
        good = file.read_bytes()
        middle = len(good) // 2

        def with_sql(sql):
            def change():
                with sqlite3.connect(file) as database:
                    database.execute(sql)
                database.close()

            return change

        for what, change in (
            ("a text", lambda: file.write_bytes(b"This is not a database.\n" * 500)),
            ("noise", lambda: file.write_bytes(bytes((i * 131 + i // 7) % 256 for i in range(20000)))),
            ("half of it", lambda: file.write_bytes(good[:middle])),
            ("its first page", lambda: file.write_bytes(good[:4096])),
            ("a page of zeros in the middle", lambda: file.write_bytes(good[: middle // 4096 * 4096] + b"\0" * 4096 + good[middle // 4096 * 4096 + 4096 :])),
            ("a newer one", with_sql("PRAGMA user_version = 99")),
            ("another program's", with_sql("PRAGMA application_id = 7")),
            ("one with an event that was changed", with_sql("UPDATE event SET body = replace(body, 'A', 'B') WHERE seq = (SELECT max(seq) - 5 FROM event)")),
            ("one that lacks an event", with_sql("DELETE FROM event WHERE seq = (SELECT max(seq) - 5 FROM event)")),
        ):  # fmt: skip
            with self.subTest(what=what):
                file.write_bytes(good)
                change()
                self.serve(1, file)
        file.write_bytes(good)
        with Office(self.folder) as office, office.connect() as line:
            self.assertEqual(office.issue(line)["number"], "A051")

    def test_the_journal_of_another_site_is_not_taken_for_an_empty_one(self):
        file = self.database()
        text = self.configuration.read_text()
        self.configuration.write_text(text.replace('code = "demo"', 'code = "other"', 1))
        self.serve(1, file, "other")
        self.refused(("verify", "--data", self.folder), 1, file, "other")

    def test_a_missing_database_is_not_created_again(self):
        file = self.database()
        file.unlink()
        self.serve(1, file)
        file.mkdir()
        self.serve(1, file)

    def test_a_verification_reports_answers_that_a_key_would_not_get_again(self):
        with Office(self.folder) as office, office.connect() as line:
            given = line.post(f"{SITE}/tickets", {"service": "C"}, office.kiosk, key="k")
            number, seq = given.json["number"], line.get(f"{SITE}/board").json["seq"]
        for sql, finding in (
            ("SELECT 1", "everything holds"),
            (f"DELETE FROM answer WHERE seq = {seq}", f"the answer to event {seq} is missing"),
            (f"UPDATE answer SET body = replace(body, '{number}', 'C777')", f"the answer to event {seq} has the number C777 instead of {number}"),
        ):  # fmt: skip
            with self.subTest(sql=sql):
                damaged = shutil.copytree(self.folder, temporary_folder() / "data")
                with contextlib.closing(sqlite3.connect(damaged / "motcua.db")) as database, database:
                    database.execute(sql)
                code, said, errors = run_server("verify", "--data", damaged)
                self.assertEqual((code, errors), (0 if finding == "everything holds" else 1, ""), said)
                self.assertIn(finding, said)

    def test_a_key_whose_answer_is_gone_learns_so_and_gets_no_second_ticket(self):
        with Office(self.folder) as office, office.connect() as line:
            line.post(f"{SITE}/tickets", {"service": "C"}, office.kiosk, key="k")
        with contextlib.closing(sqlite3.connect(self.folder / "motcua.db")) as database, database:
            database.execute("DELETE FROM answer")
        with Office(self.folder) as office, office.connect() as line:
            again = line.post(f"{SITE}/tickets", {"service": "C"}, office.kiosk, key="k")
            self.assertEqual((again.status, again.json["code"]), (409, "answer_lost"))
            self.assertEqual(office.issue(line, "C")["number"], "C002")

    def test_a_second_server_on_the_same_folder_is_refused(self):
        with Office(self.folder) as office, office.connect() as line:
            office.issue(line)
            got, output, errors = run_server("serve", "--data", self.folder, *LISTEN)
            self.assertEqual((got, output), (1, ""))
            self.assertRegex(errors, r"\A[^\n]+\n\Z")
            self.assertEqual(office.issue(line)["number"], "A002")

    def test_an_old_list_of_tokens_that_is_not_to_be_trusted(self):
        folder = temporary_folder() / "older"
        folder.mkdir()
        for name in ("motcua.db", "motcua.toml", "access.json"):
            shutil.copy(STORED / name, folder)
        file = folder / "access.json"
        for data in (b"", b"{", b"[]", b'{"devices":1}', b"\xff"):
            file.write_bytes(data)
            got, output, errors = run_server("serve", "--data", folder, *LISTEN)
            self.assertEqual((got, output, file.read_bytes()), (1, "", data), errors)
            self.assertRegex(errors, rf"\Amotcua-server: {re.escape(str(file))}[^\n]*\n\Z")

    def test_init_touches_nothing_that_is_there(self):
        self.refused(("init", "--data", self.folder, "--demo"), 1, self.folder)
        file = temporary_folder() / "file"
        file.write_text("mine")
        self.refused(("init", "--data", file), 1, file)
        self.refused(("init", "--data", file / "below"), 1, file)
        self.assertEqual(file.read_text(), "mine")
        other = temporary_folder()
        (other / "notes.txt").write_text("mine")
        self.refused(("init", "--data", other), 1, other)
        self.assertEqual([one.name for one in other.iterdir()], ["notes.txt"])

    def test_init_keeps_its_secrets(self):
        folder = temporary_folder() / "new" / "folder"
        code, output, errors = run_server("init", "--data", folder)
        self.assertEqual((code, errors), (0, ""))
        self.assertFalse((folder / "demo.json").exists())
        self.assertEqual(folder.stat().st_mode & 0o077, 0)
        self.assertEqual((self.folder / "demo.json").stat().st_mode & 0o777, 0o600)
        tokens = (self.folder / "demo.json").read_text()
        for file in self.folder.iterdir():
            if file.name != "demo.json":
                for token in [word for word in tokens.split('"') if len(word) == 43]:
                    self.assertNotIn(token.encode(), file.read_bytes(), file)


if __name__ == "__main__":
    unittest.main()
