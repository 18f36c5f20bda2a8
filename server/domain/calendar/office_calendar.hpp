#pragma once
// When an office works, as plain values of its settings: hours by weekday, exceptions, holidays and swaps.
// Member names are the keys of the interface. What follows from them is in opening_hours.hpp.

#include "base/timestamp.hpp"
#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

/// Since local midnight, 0 ≤ from < to ≤ 24:00; open at `from`, closed at `to`. In JSON ["07:30","11:30"].
struct time_span
{
    minutes from{};
    minutes to{};

    friend bool operator==(const time_span&, const time_span&) = default;
};
BOOST_DESCRIBE_STRUCT(time_span, (), (from, to))

/// In order and apart; two may touch, and the hall is then open through. None: closed.
using day_hours = std::vector<time_span>;

struct week_hours
{
    day_hours mon;
    day_hours tue;
    day_hours wed;
    day_hours thu;
    day_hours fri;
    day_hours sat;
    day_hours sun;

    friend bool operator==(const week_hours&, const week_hours&) = default;
};
BOOST_DESCRIBE_STRUCT(week_hours, (), (mon, tue, wed, thu, fri, sat, sun))

/// 00:00 to 24:00 on all seven days: such an office never closes, not even on a holiday.
week_hours round_the_clock();
bool is_round_the_clock(const week_hours& hours);

/// Other hours on one day; without any it is a closure. Whether the day counts as a working day stays as it
/// is.
struct calendar_exception
{
    base::day day;
    day_hours hours;
    std::string name;

    friend bool operator==(const calendar_exception&, const calendar_exception&) = default;
};
BOOST_DESCRIBE_STRUCT(calendar_exception, (), (day, hours, name))

struct holiday
{
    base::day day;
    std::string name;
    /// Whether the office has it as decreed.
    bool confirmed{};
    /// Whether the hall closes while it is not yet confirmed.
    bool closes{};
    /// The law or announcement that it comes from.
    std::string source;

    friend bool operator==(const holiday&, const holiday&) = default;
};
BOOST_DESCRIBE_STRUCT(holiday, (), (day, name, confirmed, closes, source))

/// A working day that is off, and the rest day that is worked instead, with the hours of the first.
struct swap
{
    base::day off;
    base::day on;

    friend bool operator==(const swap&, const swap&) = default;
};
BOOST_DESCRIBE_STRUCT(swap, (), (off, on))

struct office_calendar
{
    week_hours hours = round_the_clock();
    std::vector<calendar_exception> exceptions;
    std::vector<holiday> holidays;
    std::vector<swap> swaps;

    friend bool operator==(const office_calendar&, const office_calendar&) = default;
};
BOOST_DESCRIBE_STRUCT(office_calendar, (), (hours, exceptions, holidays, swaps))

/// What is wrong in a calendar: the field's path, such as "hours.mon[1]" or "holidays[3].day", and why.
struct calendar_fault
{
    std::string field;
    std::string why;
};

/// The first fault of `calendar`; none when opening_hours.hpp can answer from it.
std::optional<calendar_fault> first_fault(const office_calendar& calendar);

/// The fault of one day's hours, for others who hold some: the path starts with "[", as in "[1]".
std::optional<calendar_fault> first_fault(const day_hours& hours);

/// The fault of a week's hours; the path starts with the weekday, as in "mon[1]".
std::optional<calendar_fault> first_fault(const week_hours& hours);

} // namespace motcua::domain

namespace motcua::base {

/// Two texts "HH:MM" in a list; an end may be "24:00". Only the form is looked at: what makes sense is
/// first_fault's.
template <>
struct json_codec<domain::time_span>
{
    static void write(std::string& out, const domain::time_span& value);
    static parsed<domain::time_span> read(const boost::json::value& value);
    static boost::json::object schema();
};

} // namespace motcua::base
