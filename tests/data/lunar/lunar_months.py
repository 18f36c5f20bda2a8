#!/usr/bin/env python3
"""Prints every lunar month of some years as CSV, from PyEphem: see README.md.

Only the rules of the calendar are in common with the server: new moons and solar terms are those of another
theory, found as instants, and a month is looked at for the terms on its days.
"""

import csv
import datetime
import math
import sys

import ephem

FIRST_YEAR, LAST_YEAR = 2020, 2040
SOLSTICE = 270


def local_day(instant, offset_hours):
    return (ephem.Date(instant).datetime() + datetime.timedelta(hours=offset_hours)).date()


def new_moons(first, last):
    moon = ephem.next_new_moon(first)
    while moon < last:
        yield moon
        moon = ephem.next_new_moon(moon + 1)


def sun_longitude(instant):
    """Apparent, in degrees from the equinox of date."""
    sun = ephem.Sun(instant)
    return math.degrees(ephem.Ecliptic(ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=instant), epoch=instant).lon)


def major_terms(first, last):
    """When the sun passes each multiple of 30 degrees, and which."""
    day = float(first)
    while day < last:
        sector = int(sun_longitude(day) // 30)
        if int(sun_longitude(day + 1) // 30) != sector:
            low, high = day, day + 1
            while high - low > 1e-6:
                middle = (low + high) / 2
                low, high = (middle, high) if int(sun_longitude(middle) // 30) == sector else (low, middle)
            yield high, (sector + 1) % 12 * 30
        day += 1


def months(moons, terms, offset_hours):
    """(year, month, leap, first day) of every month between the first winter solstice and the last."""
    starts = [local_day(moon, offset_hours) for moon in moons]
    term_days = [(local_day(instant, offset_hours), longitude) for instant, longitude in terms]
    held = [
        [longitude for day, longitude in term_days if start <= day < end] for start, end in zip(starts, starts[1:])
    ]
    elevenths = [index for index, longitudes in enumerate(held) if SOLSTICE in longitudes]
    for first, following in zip(elevenths, elevenths[1:]):
        number, leap_left = 11, following - first == 13
        year = starts[first].year
        for index in range(first, following):
            leap = leap_left and index > first and not held[index]
            if leap:
                leap_left = False
            elif index > first:
                number = number % 12 + 1
                year += number == 1
            yield year, number, int(leap), starts[index]


def main():
    first, last = ephem.Date(f"{FIRST_YEAR - 2}/11/1"), ephem.Date(f"{LAST_YEAR + 2}/3/1")
    moons, terms = list(new_moons(first, last)), list(major_terms(first, last))
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["offset_hours", "year", "month", "leap", "first_day"])
    for offset_hours in (7, 8):
        for row in months(moons, terms, offset_hours):
            if FIRST_YEAR <= row[0] <= LAST_YEAR:
                table.writerow([offset_hours, *row])


if __name__ == "__main__":
    main()
