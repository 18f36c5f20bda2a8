#!/usr/bin/env python3
"""A new office by docs/setup.md: its very commands, its windows, an officer who signs in, and the first number."""

import json
import os
import pathlib
import re
import shlex
import ssl
import subprocess
import time
import unittest
import urllib.request

from office import DEADLINE_S, SERVER, temporary_folder, wait_until
from windows_screen import PROGRAMS, Window, missing_tools

GUIDE = pathlib.Path(__file__).parents[2] / "docs" / "setup.md"
EXAMPLE_CODE = "482913"
OWN_PASSWORD = "meo treo cay cau"
LONGEST_S = 15 * 60
TYPING_MS = 40  # faster than this a letter that comes twice looks like a key that is held down
# The test runs at any time of the day.
OPEN_ALL_DAY = """motcua-server settings set hours --data ~/motcua '{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],
"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]}'
motcua-server settings set holidays '[]' --data ~/motcua"""
# Places of the screens in pixels: what lies under a question gets darker.
GROUND, FIRST_CARD = (400, 770, 200, 20), (300, 260)
# The board on another address than the rest, as in an office with several machines.
ADDRESSES = {"kiosk": "127.0.0.1", "console": "127.0.0.1", "board": "127.0.0.2"}
SIZES = {"kiosk": (540, 960), "console": (1280, 800), "board": (1280, 720)}


def commands_of(text):
    return [line.strip() for line in text.splitlines() if line.startswith("    ")]


def halves():
    text = GUIDE.read_text()
    vietnamese, english = text.split("\n## English\n")
    return commands_of(vietnamese), commands_of(english)


class SetupTest(unittest.TestCase):
    def setUp(self):
        self.home = temporary_folder()
        self.port = None

    def run_command(self, line):
        """A line of the guide as a shell runs it: its output."""
        environment = {**os.environ, "HOME": str(self.home), "PATH": f"{PROGRAMS}:{os.environ['PATH']}"}
        done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=DEADLINE_S)
        self.assertEqual(done.returncode, 0, (line, done))
        return done.stdout

    def serve(self, line):
        """The server of the guide, at a port that is free."""
        words = shlex.split(line.replace(":8443", ":0").replace("~", str(self.home)))
        log = open(self.home / "server.log", "w+")
        self.addCleanup(log.close)
        server = subprocess.Popen([SERVER, *words[1:]], stdout=subprocess.PIPE, stderr=log, text=True)
        self.addCleanup(server.wait, DEADLINE_S)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.terminate)
        ready = server.stdout.readline()
        self.port = int(re.fullmatch(r"listening on 0\.0\.0\.0:(\d+)\n", ready)[1])

    def new_window(self, name, words):
        """A window without any option, whose person types the server's address."""
        kind = {"motcua-kiosk": "kiosk", "motcua-counter console": "console", "motcua-counter hall": "board"}[words]
        window = self.enterContext(self.window_of(name, words, SIZES[kind]))
        window.xdotool("mousemove", window.width // 2, window.height - 2, "type", "--delay", TYPING_MS, f"{ADDRESSES[kind]}:{self.port}")
        window.key("Return")
        try:
            wait_until(lambda: self.code_of(window), f"{name} shows a code")
        except AssertionError:
            window.keep_picture()
            raise
        return window

    def window_of(self, name, words, size):
        window = Window(name, words.split(), None, None, *size)
        # Each is a machine of its own.
        window.changes = {"XDG_STATE_HOME": str(self.home / name)}
        return window

    @staticmethod
    def code_of(window):
        codes = re.findall(r"enrolment: code (\d{6}): ", window.logged())
        return codes[-1] if codes else None

    def test_both_languages_give_the_same_commands(self):
        vietnamese, english = halves()
        self.assertEqual(vietnamese, english)

    def test_a_new_office_comes_alive_by_the_commands_of_the_guide_within_15_minutes(self):
        started = time.monotonic()
        commands, _ = halves()
        passwords, windows = {}, {}
        programs = [line for line in commands if not line.startswith("motcua-server") and line.startswith("motcua")]
        for line in commands:
            words = shlex.split(line)
            if line in programs or words[0] == "hostname":
                continue
            if words[:2] == ["motcua-server", "serve"]:
                self.serve(line)
            elif words[1:3] == ["device", "allow"]:
                kind = words[words.index("--kind") + 1]
                name = words[words.index("--name") + 1]
                program = next(one for one in programs if kind in one or (kind == "board" and "hall" in one))
                windows[name] = self.new_window(name, program)
                self.run_command(line.replace(EXAMPLE_CODE, self.code_of(windows[name])))
                wait_until(lambda: "server: connected" in windows[name].logged(), f"{name} comes alive")
            else:
                output = self.run_command(line)
                if words[1:3] == ["staff", "add"]:
                    passwords[words[3]] = re.search(r"password (\S+)", output)[1]
        self.assertEqual(len(passwords), 6)
        self.assertEqual([name for name in windows if name.startswith("Kiosk")], ["Kiosk 1", "Kiosk 2"])
        self.assertEqual([name for name in windows if name.startswith("Quầy")], ["Quầy 1", "Quầy 2", "Quầy 3", "Quầy 4"])
        self.run_command(OPEN_ALL_DAY)
        self.signs_in(windows["Quầy 1"], "lan", passwords["lan"])
        self.the_first_number_is_called(windows["Kiosk 1"], windows["Quầy 1"])
        listed = self.run_command("motcua-server device list --data ~/motcua")
        for name in windows:
            self.assertRegex(listed, rf"{name}.*online")
        self.kept_secret("Kiosk 1/motcua/kiosk.json")
        windows["Kiosk 1"].restart()
        wait_until(lambda: windows["Kiosk 1"].logged().count("server: connected") == 2, "it asks for nothing again")
        self.assertLess(time.monotonic() - started, LONGEST_S)

    def kept_secret(self, file):
        self.assertEqual((self.home / file).stat().st_mode & 0o777, 0o600)

    def signs_in(self, console, login, once):
        """A first sign-in: with the password for one time, and then twice with one of their own."""

        def types(*texts):
            for text in texts:
                console.xdotool("mousemove", console.width // 2, console.height - 2, "type", "--delay", TYPING_MS, text)
                console.key("Tab")
            console.key("Return")

        plain = console.picture().part(*GROUND)
        types(login, once)
        wait_until(lambda: console.picture().part(*GROUND) != plain, "a new password is asked for")
        types(OWN_PASSWORD, OWN_PASSWORD)
        wait_until(lambda: self.board()["counters"][0]["state"] == "open", "counter 1 is open")
        wait_until(lambda: "role clerk" in console.logged(), f"{login} is at the counter")

    def the_first_number_is_called(self, kiosk, console):
        kiosk.click(*FIRST_CARD)
        wait_until(lambda: self.board()["services"][0]["waiting"] == 1, "a number is taken")
        console.key("F2")
        wait_until(lambda: self.board()["calling"], "the number is called")

    def board(self):
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        address = f"https://127.0.0.1:{self.port}/api/v1/sites/hall/board"
        with urllib.request.urlopen(address, context=trusting, timeout=DEADLINE_S) as answer:
            return json.load(answer)


if __name__ == "__main__":
    assert not missing_tools(), f"missing: {missing_tools()} (.ci/packages.txt names the packages)"
    unittest.main()
