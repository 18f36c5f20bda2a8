#!/usr/bin/env python3
"""Appointments at the real windows: booked by a finger, checked in by a scanned code, called at the console in their turn."""

import datetime
import time
import unittest

from appointments_test import APPOINTMENTS, NAME, PHONE, SLOTS, open_all_day, put_settings
from office import SITE, Office, fresh_folder, wait_until
from windows_screen import missing_tools
from windows_test import at_home, console, counter, kiosk, press, tickets, wait_for_state

# Places and grounds of the kiosk's screens of 540x960 pixels.
FIRST_CARD, OFFER, EARLIEST, CONFIRM = (300, 260), (270, 745), (270, 280), (351, 860)
OFFER_GROUND, EARLIEST_GROUND, CONFIRM_GROUND = (40, 720, 200, 8), (40, 256, 200, 8), (220, 832, 200, 8)
PHONE_FIELD = (40, 305, 100, 10)
NAVY, GREEN, WHITE = 0x0B2F63, 0x07602F, 0xFFFFFF
KEYS = {str(1 + at): (102 + at % 3 * 168, 426 + at // 3 * 90) for at in range(9)} | {"0": (270, 694)}


def shows(window, place, ground):
    return window.picture().part(*place).share(ground) > 0.9


def tap(window, place):
    """Not in haste: a touch that comes at once on a new screen was meant for the one before."""
    time.sleep(0.8)
    window.click(*place)


class AppointmentsTest(unittest.TestCase):
    def setUp(self):
        self.office = self.enterContext(Office(fresh_folder()))
        self.line = self.enterContext(self.office.connect())
        self.today = open_all_day(self.office, self.line, step_minutes=30)

    def booked(self):
        """All of both days."""
        days = (self.today, self.today + datetime.timedelta(days=1))
        lists = [self.line.get(f"{APPOINTMENTS}?day={day}", self.office.manager).json["items"] for day in days]
        return lists[0] + lists[1]

    def test_booked_and_moved_on_a_phone_checked_in_by_its_code_and_called_in_its_turn(self):
        first, second = [one["start"] for one in self.line.get(f"{SLOTS}?from={self.today}&to={self.today}").json["items"]][2:4]
        booking = self.line.post(APPOINTMENTS, {"service": "A", "start": first, "name": NAME, "phone": PHONE})
        self.assertEqual(booking.status, 201, booking)
        code = booking.json["code"]
        moved = self.line.post(f"/api/v1/appointments/{code}/reschedule?phone={PHONE[-4:]}", {"start": second})
        self.assertEqual(moved.status, 200, moved)
        with kiosk(self.office) as window:
            wait_until(lambda: at_home(window), "the home screen")
            window.xdotool("type", "--delay", 10, code + "\r")  # as a scanner does
            wait_until(lambda: tickets(self.office), "the code becomes a ticket")
        (ticket,) = tickets(self.office).values()
        self.assertEqual((ticket["channel"], ticket["booked_for"]), ("appointment", second))
        with console(self.office) as window:
            press(window, "F9")
            wait_until(lambda: counter(self.office)["state"] == "open", "counter 1 is open")
            press(window, "F2")
            wait_for_state(self.office, ticket["number"], "called")
            press(window, "F5")
            wait_for_state(self.office, ticket["number"], "serving")
            press(window, "F4")
            wait_for_state(self.office, ticket["number"], "served")
        visits = self.line.get(f"{SITE}/visits?from={self.today}&to={self.today}", self.office.manager).json["items"]
        self.assertEqual([(one["number"], one["channel"]) for one in visits], [(ticket["number"], "appointment")])

    def test_where_today_has_no_number_left_the_kiosk_books_by_finger(self):
        services = self.line.get(f"{SITE}/settings", self.office.admin).json["services"]
        services[0]["daily_quota"] = 1
        put_settings(self.office, self.line, services=services)
        self.office.issue(self.line)
        with kiosk(self.office) as window:
            wait_until(lambda: at_home(window), "the home screen")
            tap(window, FIRST_CARD)
            wait_until(lambda: shows(window, OFFER_GROUND, NAVY), "an appointment is offered")
            tap(window, OFFER)
            wait_until(lambda: shows(window, EARLIEST_GROUND, NAVY), "the times")
            tap(window, EARLIEST)
            wait_until(lambda: shows(window, PHONE_FIELD, WHITE), "the phone number is asked for")
            time.sleep(0.8)
            for digit in PHONE:
                window.click(*KEYS[digit])
                time.sleep(0.1)
            wait_until(lambda: shows(window, CONFIRM_GROUND, GREEN), "the number is whole")
            tap(window, CONFIRM)
            wait_until(lambda: self.booked(), "an appointment")
            wait_until(lambda: not shows(window, CONFIRM_GROUND, GREEN), "its code is shown")
        (one,) = self.booked()
        self.assertEqual((one["channel"], one["state"]), ("kiosk", "booked"))


if __name__ == "__main__":
    assert not missing_tools(), f"missing: {missing_tools()} (.ci/packages.txt names the packages)"
    unittest.main()
