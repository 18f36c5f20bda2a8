#!/usr/bin/env python3
"""Takes the pictures of the README from the real programs in a busy hall: python3 -B docs/take_pictures.py [FOLDER]

Needs what ./dev test needs.
"""

import datetime
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "end_to_end"))

from appointments_test import APPOINTMENTS, SLOTS, put_settings  # noqa: E402
from office import Office, fresh_folder, wait_until  # noqa: E402
from windows_appointments_test import CONFIRM, EARLIEST, FIRST_CARD, KEYS, tap  # noqa: E402
from windows_screen import Window  # noqa: E402
from windows_test import DONE  # noqa: E402

# Service and priority of everyone who came, in order: before the counters called, and after.
EARLY = [("A", "none"), ("D", "none"), ("B", "none"), ("C", "none"), ("A", "elderly"), ("A", "none"), ("B", "merit"),
         ("A", "none"), ("D", "none"), ("C", "none"), ("A", "infant"), ("B", "none"), ("A", "none")]  # fmt: skip
LATE = [("B", "none"), ("A", "none"), ("C", "pregnant"), ("D", "none"), ("A", "elderly"), ("B", "none"),
        ("D", "disabled"), ("C", "none"), ("A", "none")]  # fmt: skip
NUMBER = (30, 170, 540, 160)  # of the large call on the board
COUNTERS = {"1": ["A", "D"], "2": ["A", "D"], "3": ["B", "D"], "4": ["C", "B", "A"]}

BOOK = (135, 860)  # at the kiosk of 540x960 pixels
BOOKED = [(8, "A", "0912345601"), (9, "A", "0912345602"), (10, "D", "0912345603"), (12, "A", "0912345604"), (14, "D", "0912345605")]


def make_it_morning(office, line):
    """A zone in which it is after nine, so that an office with its usual hours is open."""
    hour = datetime.datetime.now(datetime.timezone.utc).hour
    offset = (9 - hour + 12) % 24 - 12
    zone = datetime.timezone(datetime.timedelta(hours=offset))
    today = datetime.datetime.now(zone).date()
    put_settings(
        office, line, time_zone=f"UTC{'+' if offset >= 0 else '-'}{abs(offset):02}:00", day_starts_minutes=0,
        exceptions=[{"day": str(today), "hours": [["07:30", "11:30"], ["13:00", "17:00"]], "name": ""}],
        public_url=f"http://127.0.0.1:{office.port}")  # fmt: skip
    return today


def book(office, line, today):
    """Some appointments of today."""
    for nth, service, phone in BOOKED:
        free = line.get(SLOTS.replace("/A/", f"/{service}/") + f"?from={today}&to={today}").json["items"]
        start = [one["start"] for one in free if one["free"]][nth % 10]
        given = line.post(APPOINTMENTS, {"service": service, "start": start, "name": "Nguyễn Văn An", "phone": phone}, office.kiosk)
        assert given.status == 201, given


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
    """A page as a phone shows it."""
    subprocess.run(["node", ROOT / "web" / "tests" / "take_picture.mjs", url, path], check=True, timeout=60)


def take_a_number(window, folder):
    home = still(window)
    home.save(folder / "kiosk_home.png")
    window.click(*FIRST_CARD)
    wait_until(lambda: window.picture() != home, "the ticket")
    still(window).save(folder / "kiosk_ticket.png")
    tap(window, DONE)


def book_at_the_kiosk(window, folder):
    tap(window, BOOK)
    tap(window, FIRST_CARD)
    still(window).save(folder / "kiosk_slots.png")
    tap(window, EARLIEST)
    time.sleep(1)
    for digit in "0912345678":
        window.click(*KEYS[digit])
        time.sleep(0.1)
    tap(window, CONFIRM)
    time.sleep(1)
    window.picture().save(folder / "kiosk_booked.png")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with Office(fresh_folder()) as office, office.connect() as line:
        port = office.port
        book(office, line, make_it_morning(office, line))
        with Window("board", ["motcua-counter", "hall"], port, office.display, 1280, 720) as window:
            still(window)
            last = fill(office, line)
            # The calls come up one after the other: the number of the last one stays.
            still(window, for_s=7, part=NUMBER).save(folder / "board.png")
        with Window("console", ["motcua-counter", "console"], port, office.counters["1"], 1280, 800) as window:
            still(window).save(folder / "console.png")
            window.key("F1")
            time.sleep(2)
            window.picture().save(folder / "console_appointments.png")
        with Window("kiosk", ["motcua-kiosk"], port, office.kiosk, 540, 960) as window:
            take_a_number(window, folder)
            book_at_the_kiosk(window, folder)
        phone(last["track_url"], folder / "phone.png")
        phone(f"http://127.0.0.1:{port}/book", folder / "phone_book.png")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
