#!/usr/bin/env python3
"""The log of the windows on their standard error: one line for each thing an administrator should know, never a secret."""

import re
import unittest

from office import Office, wait_until
from windows_screen import Window, missing_tools

TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"


def lines(window):
    """Each line without its time."""
    return [re.sub(rf"\A{TIME} ", "", line) for line in window.logged().splitlines()]


class WindowsLogTest(unittest.TestCase):
    def assert_logged(self, window, pattern):
        """The log comes to have one line of this form, and has no token."""
        wait_until(lambda: sum(bool(re.fullmatch(pattern, line)) for line in lines(window)) == 1, pattern)
        self.assertNotIn(str(window.command[window.command.index("--token") + 1]), window.logged())

    def test_a_server_that_goes_and_comes_back(self):
        with Office() as office:
            windows = {
                "kiosk": (Window("kiosk", ["motcua-kiosk"], office.port, office.kiosk, 540, 960), "role kiosk, site demo"),
                "board": (Window("board", ["motcua-counter", "hall"], office.port, office.display, 1280, 720),
                          "role display, site demo"),
                "console": (Window("console", ["motcua-counter", "console"], office.port, office.counters["1"], 1280, 800),
                            "role counter, site demo, counter 1"),
            }  # fmt: skip
            for shows, (window, whose) in windows.items():
                with self.subTest(shows), window:
                    self.assert_logged(window, f"info server: connected(| after \\d+ s); {whose}")
                    office.kill()
                    self.assert_logged(window, "warning server: connection lost: .+")
                    office.start(office.port)
                    self.assert_logged(window, f"info server: connected again after \\d+ s; {whose}")
                    # Another run of the server has another history.
                    self.assert_logged(window, r"info feed: a gap: began again with a snapshot at event \d+")
                self.assert_logged(window, "info stop: SIGTERM")
                self.assertRegex(lines(window)[0], rf"\Ainfo start: motcua-\w+ \S+ shows the {shows} in "
                                                   rf"{window.width}x{window.height} pixels; server 127.0.0.1:{office.port}\Z")  # fmt: skip

    def test_a_token_that_nobody_knows(self):
        with Office() as office, Window("kiosk", ["motcua-kiosk"], office.port, "x" * 43, 540, 960) as window:
            self.assert_logged(window, "warning server: the token is refused")
            self.assertEqual(len(lines(window)), 3)


if __name__ == "__main__":
    assert not missing_tools(), f"missing: {missing_tools()} (.ci/packages.txt names the packages)"
    unittest.main()
