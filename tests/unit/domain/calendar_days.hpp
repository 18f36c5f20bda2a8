#pragma once
// Days, times and an office for the tests of the calendar.

#include "server/domain/calendar/holidays.hpp"
#include "server/domain/calendar/opening_hours.hpp"

#include <catch2/catch.hpp>
#include <chrono>

namespace motcua::domain {

using namespace std::chrono_literals;

constexpr local_day day(int year, int month, int day_of_month)
{
    return local_day{std::chrono::year{year} / month / day_of_month};
}

/// The same as a day in settings.
constexpr base::day on(int year, int month, int day_of_month) { return {day(year, month, day_of_month)}; }

inline const day_hours usual_hours{{7h + 30min, 11h + 30min}, {13h, 17h}};

/// Monday to Friday.
inline week_hours usual_week()
{
    return {.mon = usual_hours,
            .tue = usual_hours,
            .wed = usual_hours,
            .thu = usual_hours,
            .fri = usual_hours,
            .sat = {},
            .sun = {}};
}

/// With the holidays and swaps that are delivered for `year`.
inline office_calendar office_in(int year)
{
    return {.hours = usual_week(), .exceptions = {}, .holidays = holidays_of(year), .swaps = swaps_of(year)};
}

} // namespace motcua::domain

template <>
struct Catch::StringMaker<motcua::domain::local_day>
{
    static std::string convert(motcua::domain::local_day value)
    {
        const std::chrono::year_month_day date{value};
        return std::to_string(static_cast<int>(date.year())) + "-" +
               std::to_string(static_cast<unsigned>(date.month())) + "-" +
               std::to_string(static_cast<unsigned>(date.day()));
    }
};
