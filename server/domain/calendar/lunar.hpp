#pragma once
// The Vietnamese lunar calendar. Months begin on the local day of the new moon; month 11 holds the winter
// solstice; a year of 13 moons repeats the first month in which the sun reaches no major term.
// Source: Hồ Ngọc Đức, "Thuật toán tính âm lịch", with new moons and the sun's longitude after Jean Meeus
// (moon_and_sun.hpp). New moons come out within 4 minutes, so that a month begins on the wrong day only where
// its new moon is that near to local midnight; from 2020 to 2040 none is (tests/data/lunar).

#include "server/domain/types.hpp"

#include <optional>

namespace motcua::domain {

struct lunar_date
{
    /// By the Western year in which it begins.
    int year{};
    /// 1 to 12.
    int month{};
    /// 1 to 30.
    int day{};
    /// Whether it is in the repetition of its month.
    bool leap{};

    friend bool operator==(const lunar_date&, const lunar_date&) = default;
};

/// Viet Nam's calendar is computed at UTC+7 (Decision 121/CP of 1967); China's, by the same rules, at UTC+8.
constexpr minutes vietnam_offset{7 * 60};

/// The lunar date of `day` where local time is `offset` east of UTC. Years 1900 to 2100.
lunar_date lunar_of(local_day day, minutes offset = vietnam_offset);

/// The day of a lunar date; none where that year has no such leap month, or that month no such day.
std::optional<local_day> solar_of(const lunar_date& date, minutes offset = vietnam_offset);

/// Which month of a lunar year is repeated, if one is.
std::optional<int> leap_month_of(int year, minutes offset = vietnam_offset);

} // namespace motcua::domain
