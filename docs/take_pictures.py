#!/usr/bin/env python3
"""Takes the pictures of the README from the real programs in a busy hall: python3 -B docs/take_pictures.py [FOLDER]

Needs ./dev build, and Chromium for the phone page, which is left out without it.
"""

import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "end_to_end"))

from office import Office, temporary_folder, wait_until  # noqa: E402
from windows_screen import Window  # noqa: E402

# Service and priority of everyone who came, in order: before the counters called, and after.
EARLY = [("A", "none"), ("D", "none"), ("B", "none"), ("C", "none"), ("A", "elderly"), ("A", "none"), ("B", "merit"),
         ("A", "none"), ("D", "none"), ("C", "none"), ("A", "infant"), ("B", "none"), ("A", "none")]  # fmt: skip
LATE = [("B", "none"), ("A", "none"), ("C", "pregnant"), ("D", "none"), ("A", "elderly"), ("B", "none"),
        ("D", "disabled"), ("C", "none"), ("A", "none")]  # fmt: skip
NUMBER = (30, 170, 540, 160)  # of the large call on the board
COUNTERS = {"1": ["A", "D"], "2": ["A", "D"], "3": ["B", "D"], "4": ["C", "B", "A"]}


def fill(office, line):
    """Every counter has served one visitor and called the next. The ticket that came last."""
    for service, priority in EARLY:
        office.issue(line, service, priority=priority)
    for counter, services in COUNTERS.items():
        office.at(line, counter, "open", {"services": services})
        first = office.at(line, counter, "call_next")["id"]
        office.act(line, first, "start", counter=counter)
        office.act(line, first, "finish", {"outcome": "served"}, counter=counter)
    for counter in COUNTERS:
        second = office.at(line, counter, "call_next")["id"]
        if counter == "1":
            office.act(line, second, "start", counter=counter)
    return [office.issue(line, service, priority=priority) for service, priority in LATE][-1]


def still(window, for_s=0.5, part=None):
    """The picture once it, or a part of it, has been the same for so long."""
    last, since = None, time.monotonic()

    def is_still():
        nonlocal last, since
        now = window.picture().part(*part) if part else window.picture()
        if last is None or now != last:
            last, since = now, time.monotonic()
        return time.monotonic() > since + for_s

    wait_until(is_still, f"{window.name} is still", 60)
    return window.picture()


def phone(url, path):
    """The page of a ticket as a phone shows it."""
    chromium = shutil.which("chromium")
    if not chromium:
        print("no Chromium: no picture of the phone page", file=sys.stderr)
        return
    profile = temporary_folder()
    subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=vi", "--accept-lang=vi",
                    "--virtual-time-budget=3000", f"--user-data-dir={profile}", "--window-size=500,860",
                    f"--screenshot={path}", url], check=True, timeout=60, stderr=subprocess.DEVNULL)  # fmt: skip


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with Office() as office, office.connect() as line:
        port = office.port
        with Window("board", ["motcua-counter", "hall"], port, office.display, 1280, 720) as window:
            still(window)
            last = fill(office, line)
            # The calls come up one after the other: the number of the last one stays.
            still(window, for_s=7, part=NUMBER).save(folder / "board.png")
        with Window("console", ["motcua-counter", "console"], port, office.counters["1"], 1280, 800) as window:
            still(window).save(folder / "console.png")
        with Window("kiosk", ["motcua-kiosk"], port, office.kiosk, 540, 960) as window:
            home = still(window)
            home.save(folder / "kiosk_home.png")
            window.click(300, 260)
            wait_until(lambda: window.picture() != home, "the ticket")
            still(window).save(folder / "kiosk_ticket.png")
        phone(f"http://127.0.0.1:{port}{last['track_url']}", folder / "phone.png")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
