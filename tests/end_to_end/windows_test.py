#!/usr/bin/env python3
"""The real windows under real X events: what a finger and a key bring about at the server, and what the screens say."""

import subprocess
import time
import unittest

from office import DEADLINE_S, SITE, Office, temporary_folder, wait_until
from window_manager import CoveringManager
from windows_screen import PROGRAMS, Screen, Window, missing_tools, window_environment

FONTS = "/usr/share/fonts/opentype/inter"
AWAY_S = 3  # a window shows within this time that its server is gone
BACK_S = 15  # and is as before within this time once the server is back: the longest pause between two tries, and more

# Places and grounds of the screens, in pixels of the sizes below.
FIRST_CARD = (300, 260)
DONE = (400, 830)  # where home has nothing, for a click that comes when home is there already
PRIORITY_BAR, HALL_SIGN, LARGE_CALL = (100, 753, 380, 8), (4, 655, 20, 50), (30, 130, 600, 200)
CONSOLE_BANNER, CALL_COUNT = (500, 725, 300, 10), (64, 286, 60, 4)
BUTTONS = {"F2": (40, 495, 200, 12), "F3": (448, 495, 140, 12), "F4": (652, 495, 140, 12), "F5": (40, 608, 140, 12),
           "F6": (244, 608, 140, 12), "F7": (448, 608, 140, 12), "F8": (652, 608, 140, 12), "F9": (40, 694, 100, 6)}  # fmt: skip
LAST_OF_FOUR = (1000, 278, 100, 20)
GOLD, RED, PALE_RED, WHITE, SELECTED = 0xFFC72C, 0xA50F1A, 0xFBE9EA, 0xFFFFFF, 0xE6EFFB
OFFERED = (0x07602F, 0x0B2F63, WHITE)  # the grounds of a button that may be pressed: green, navy, white


def kiosk(office):
    return Window("kiosk", ["motcua-kiosk"], office.port, office.kiosk, 540, 960)


def console(office):
    return Window("console", ["motcua-counter", "console"], office.port, office.counters["1"], 1280, 800)


def board(office):
    return Window("board", ["motcua-counter", "hall"], office.port, office.display, 1280, 720)


def at_home(window):
    return window.picture().part(*PRIORITY_BAR).share(GOLD) > 0.9


def on_air(window):
    return window.picture().part(*HALL_SIGN).share(RED) > 0.9


def warned(window):
    return window.picture().part(*CONSOLE_BANNER).share(PALE_RED) > 0.5


def offered(window, key):
    """Whether its button may be pressed; none is while an answer is awaited."""
    button = window.picture().part(*BUTTONS[key])
    return sum(button.share(ground) for ground in OFFERED) > 0.9


def tickets(office):
    """Every ticket by its number; a connection of its own, as the server may have been another one."""
    with office.connect() as line:
        given = line.get(f"{SITE}/tickets", office.manager)
    assert given.status == 200, given
    return {one["number"]: one for one in given.json["items"]}


def counter(office):
    with office.connect() as line:
        board = line.get(f"{SITE}/board", office.display).json
    return next(one for one in board["counters"] if one["counter"] == "1")


def is_online(office, kind):
    with office.connect() as line:
        devices = line.get(f"{SITE}/devices", office.manager).json["items"]
    return next(one for one in devices if one["kind"] == kind)["state"] == "online"


def press(window, key):
    """As a clerk does: once the button of that key is offered."""
    wait_until(lambda: offered(window, key), f"{key} is offered")
    window.key(key)


def ask(window, key):
    """Presses a key that opens a question, and waits for that: it may come only behind an answer."""
    press(window, key)
    wait_until(lambda: not offered(window, "F9"), f"the question of {key} lies over the buttons")


def wait_for_state(office, number, state, calls=None):
    def there():
        one = tickets(office)[number]
        return one["state"] == state and (calls is None or one["calls"] == calls)

    wait_until(there, f"{number} is {state}")


def wait_for_second_call(window):
    """Until it is shown: before that the console awaits its answer, and remembers one key alone."""
    wait_until(lambda: window.picture().part(*CALL_COUNT).share(WHITE) < 0.1, "the second call is shown")


class WindowsTest(unittest.TestCase):
    def test_one_tap_is_one_ticket_and_so_are_two_in_haste(self):
        with Office() as office, kiosk(office) as window:
            wait_until(lambda: at_home(window), "the home screen")
            window.click(*FIRST_CARD)
            wait_until(lambda: list(tickets(office)) == ["A001"], "A001")
            for taken in ("A002", "A003"):
                wait_until(lambda: not at_home(window), "the ticket's screen")
                # Again until it is shown: a press in haste after the last one counts for nothing.
                wait_until(lambda: window.click(*DONE) or at_home(window), "home again")
                time_of_tap = time.monotonic()
                wait_until(lambda: time.monotonic() > time_of_tap + 0.8, "not in haste after DONE")
                window.click(*FIRST_CARD, times=3, every_ms=90)
                wait_until(lambda: taken in tickets(office), taken)
            self.assertEqual(sorted(tickets(office)), ["A001", "A002", "A003"])
            self.assertEqual({one["channel"] for one in tickets(office).values()}, {"kiosk"})

    def test_the_keys_of_the_console_lead_a_ticket_through_its_visit(self):
        with Office() as office, office.connect() as line, console(office) as window:
            for _ in range(3):
                office.issue(line)
            press(window, "F9")
            wait_until(lambda: counter(office)["state"] == "open", "counter 1 is open")
            press(window, "F2")
            wait_for_state(office, "A001", "called", calls=1)
            press(window, "F3")
            wait_for_state(office, "A001", "called", calls=2)
            wait_for_second_call(window)
            press(window, "F5")
            wait_for_state(office, "A001", "serving")
            press(window, "F4")
            wait_for_state(office, "A001", "served")
            press(window, "F2")
            wait_for_state(office, "A002", "called")
            press(window, "F6")
            window.key("Return")  # it asks: the number was called once, a moment ago
            wait_for_state(office, "A002", "no_show")
            press(window, "F2")
            wait_for_state(office, "A003", "called")
            press(window, "F8")
            wait_for_state(office, "A003", "held")
            wait_until(lambda: offered(window, "F2"), "the counter is free")
            press(window, "F9")
            wait_until(lambda: counter(office)["state"] == "paused", "counter 1 is paused")

    def test_a_number_is_transferred_by_the_keys_alone(self):
        with Office() as office, office.connect() as line, console(office) as window:
            for _ in range(2):
                office.issue(line)
            office.at(line, "1", "open", {"services": ["A", "D"]})
            press(window, "F2")
            wait_for_state(office, "A001", "called")
            ask(window, "F7")
            window.key("Escape", "F3")
            wait_for_state(office, "A001", "called", calls=2)
            wait_for_second_call(window)
            ask(window, "F7")
            window.key("Return")  # the first of the other services
            wait_for_state(office, "A001", "waiting")
            self.assertEqual(tickets(office)["A001"]["service"], "B")
            press(window, "F2")
            wait_for_state(office, "A002", "called")
            ask(window, "F7")
            window.key("Down", "Down", "Down", "Down", "Up", "Return")  # behind three services, counter 2
            wait_for_state(office, "A002", "waiting")
            self.assertEqual(office.at(line, "2", "open")["state"], "open")
            self.assertEqual(office.at(line, "2", "call_next")["number"], "A002")

    def test_keys_in_haste_are_each_obeyed_and_call_one_number(self):
        with Office() as office, office.connect() as line, console(office) as window:
            for _ in range(3):
                office.issue(line)
            office.at(line, "1", "open", {"services": ["A", "D"]})
            wait_until(lambda: offered(window, "F2"), "F2 is offered")
            window.key("F2", "F2", "Escape", "F5")  # the second one asks, if the answer to the first was quick
            wait_for_state(office, "A001", "serving")
            wait_until(lambda: offered(window, "F4"), "F4 is offered")
            window.key("F4", "F2", "F2")
            wait_for_state(office, "A002", "called", calls=1)
            self.assertEqual(tickets(office)["A001"]["state"], "served")
            self.assertEqual(tickets(office)["A003"]["state"], "waiting")

    def test_the_list_goes_on_while_a_key_is_held_down(self):
        with Office() as office, office.connect() as line, console(office) as window:
            for _ in range(4):
                office.issue(line)
            office.at(line, "1", "open", {"services": ["A", "D"]})
            wait_until(lambda: offered(window, "F2"), "F2 is offered")
            window.xdotool("mousemove", 640, 798, "keydown", "Down")
            wait_until(lambda: window.picture().part(*LAST_OF_FOUR).share(SELECTED) > 0.3, "the last row is selected")
            window.xdotool("keyup", "Down")

    def test_the_board_shows_a_call(self):
        with Office() as office, office.connect() as line, board(office) as window:
            wait_until(lambda: on_air(window), "the board")
            before = window.picture().part(*LARGE_CALL)
            office.issue(line)
            office.at(line, "1", "open", {"services": ["A", "D"]})
            office.at(line, "1", "call_next")
            wait_until(lambda: window.picture().part(*LARGE_CALL) != before, "the number is shown", AWAY_S)

    def test_each_window_tells_that_the_server_is_gone_and_comes_back_by_itself(self):
        with Office() as office, kiosk(office) as first, console(office) as second, board(office) as third:
            fine = ((first, at_home), (second, lambda one: offered(one, "F9") and not warned(one)), (third, on_air))
            for window, is_fine in fine:
                wait_until(lambda: is_fine(window), f"{window.name} is fine")
            port = office.port
            office.kill()
            killed_at = time.monotonic()
            for window, is_fine in fine:
                left = killed_at + AWAY_S - time.monotonic()
                wait_until(lambda: not is_fine(window), f"{window.name} tells that the server is gone", left)
            self.assertTrue(warned(second))
            for window, _ in fine:
                window.check_alive()
            office.start(port)
            started_at = time.monotonic()
            for window, is_fine in fine:
                left = started_at + BACK_S - time.monotonic()
                wait_until(lambda: is_fine(window), f"{window.name} is fine again", left)


class CoveredWindowTest(unittest.TestCase):
    def test_a_window_that_nobody_sees_works_shows_itself_when_uncovered_and_leaves_when_told(self):
        with Office() as office, Screen(540, 960) as screen:
            manager = CoveringManager(screen)

            def talks():
                manager.manage()
                return is_online(office, "kiosk")

            device = ["--server", f"http://127.0.0.1:{office.port}", "--token", office.kiosk]
            program = subprocess.Popen([PROGRAMS / "motcua-kiosk", *device], env=screen.environment)
            try:
                wait_until(manager.manage, "the window is shown beneath the other")
                wait_until(talks, "the kiosk talks to the server")
                for _ in range(2):
                    manager.uncover()
                    wait_until(lambda: at_home(screen), "the home screen", AWAY_S)
                    manager.cover_all()
                    self.assertFalse(at_home(screen))
                program.terminate()
                self.assertEqual(program.wait(DEADLINE_S), 0)
            finally:
                program.kill()
                program.wait(DEADLINE_S)
                manager.close()


class StartTest(unittest.TestCase):
    COMMANDS = (["motcua-kiosk"], ["motcua-counter", "console"], ["motcua-counter", "hall"])
    DEVICE = ["--server", "http://127.0.0.1:1", "--token", "x" * 20]

    def ends(self, words, code, environment=None):
        """The program ends by itself with this code: its standard output and error."""
        done = subprocess.run([PROGRAMS / words[0], *words[1:]], env=environment or window_environment(),
                              capture_output=True, text=True, timeout=DEADLINE_S)  # fmt: skip
        self.assertEqual(done.returncode, code, (words, done))
        return done.stdout, done.stderr

    def refused(self, words, code, about, environment=None):
        output, errors = self.ends(words, code, environment)
        self.assertEqual(output, "")
        self.assertRegex(errors, rf"\A{words[0]}: [^\n]+\n\Z")
        self.assertIn(about, errors)

    def test_a_missing_display_is_one_line(self):
        for words in self.COMMANDS:
            self.refused(words + self.DEVICE, 1, "DISPLAY")
            gone = window_environment(DISPLAY=":54321")
            self.refused(words + self.DEVICE, 1, ":54321", gone)

    def test_missing_assets_are_one_line(self):
        with Screen(640, 480) as screen:
            empty = str(temporary_folder())
            for words in self.COMMANDS:
                self.refused(words + self.DEVICE, 1, empty, {**screen.environment, "MOTCUA_ASSETS": empty})

    def test_a_monitor_that_does_not_exist_is_one_line_that_lists_those_that_do(self):
        with Screen(640, 480) as screen:
            for words in self.COMMANDS:
                self.refused(words + self.DEVICE + ["--screen", "HDMI-7"], 1, "screen (640x480)", screen.environment)

    def test_a_missing_font_is_one_line(self):
        hidden = ["unshare", "--mount", "sh", "-c", f'mount -t tmpfs none {FONTS} && exec "$@"', "sh"]
        if subprocess.run([*hidden, "true"], capture_output=True, timeout=DEADLINE_S).returncode != 0:
            self.skipTest("fonts can be hidden only by who may mount")
        with Screen(640, 480) as screen:
            for words in self.COMMANDS:
                program = [*hidden, PROGRAMS / words[0], *words[1:], *self.DEVICE]
                done = subprocess.run(program, env=screen.environment, capture_output=True, text=True, timeout=DEADLINE_S)
                self.assertEqual((done.returncode, done.stdout), (1, ""), done)
                self.assertRegex(done.stderr, rf"\A{words[0]}: font missing: {FONTS}/[^\n]+ \(Debian package fonts-inter\)\n\Z")

    def test_a_wrong_option_is_one_line(self):
        for words in self.COMMANDS:
            for wrong, about in ((["--nonsense"], "--nonsense"), (["--windowed", "wide"], "--windowed"),
                                 (["--server", "ftp://x"], ""), (["--screen", "1", "--windowed", "90x90"], "--screen")):  # fmt: skip
                device = self.DEVICE if "--server" not in wrong else self.DEVICE[2:]
                self.refused(words + device + wrong, 2, about)
            self.refused(words + ["--token-file", "/dev/null"], 2, "/dev/null")
        self.refused(["motcua-counter"], 2, "console or hall")

    def test_help_and_version_are_for_standard_output(self):
        for words in (["motcua-kiosk"], ["motcua-counter"]):
            output, errors = self.ends(words + ["--version"], 0)
            self.assertRegex(output, rf"\A{words[0]} \d+\.\d+\.\d+\n\Z")
            self.assertEqual(errors, "")
        for words in self.COMMANDS:
            output, errors = self.ends(words + ["--help"], 0)
            self.assertIn("--windowed", output)
            self.assertEqual(errors, "")


if __name__ == "__main__":
    assert not missing_tools(), f"missing: {missing_tools()} (.ci/packages.txt names the packages)"
    unittest.main()
