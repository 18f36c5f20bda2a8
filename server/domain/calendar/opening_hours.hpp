#pragma once
// What follows from an office's calendar: what a day is, and when the hall is open. Each takes a calendar
// without a fault (first_fault), and local time.
//
// Source of the rules: Labour Code 2019, articles 111 and 112 (holidays, days given back), and the yearly
// announcements that swap a working day with a Saturday.

#include "server/domain/calendar/office_calendar.hpp"

#include <boost/describe/enum.hpp>

namespace motcua::domain {

enum class day_kind
{
    working,
    rest,
    holiday,
    swapped_off,
    swapped_on
};
BOOST_DESCRIBE_ENUM(day_kind, working, rest, holiday, swapped_off, swapped_on)

/// A holiday that is confirmed or closes comes before a swap, and a swap before the weekday. A rest day is a
/// weekday without hours; where the calendar has no hours, Saturday and Sunday.
day_kind kind_of(const office_calendar& calendar, local_day day);

/// Whether `day` counts where the law counts working days. Exceptions change only when the hall is open.
bool is_working_day(const office_calendar& calendar, local_day day);

/// The working days from `first` to `last`, both of them included.
int count_working_days(const office_calendar& calendar, local_day first, local_day last);

/// When the hall is open on `day`. An exception's hours come before everything. Without hours in the calendar
/// every other day is open from 00:00 to 24:00, whatever its kind. A worked rest day has the hours of the
/// weekday that is off for it.
day_hours hours_of(const office_calendar& calendar, local_day day);

/// The hours that are in both.
day_hours common_hours(const day_hours& one, const day_hours& other);

/// The same for something with a week of its own: the hours that are in both.
day_hours hours_of(const office_calendar& calendar, local_day day, const std::optional<week_hours>& own);

/// The holiday of `day`, also one that neither is confirmed nor closes; null when it has none.
const holiday* holiday_on(const office_calendar& calendar, local_day day);

/// What the office calls `day`: the name of its exception, or else of its holiday; empty for a usual day.
std::string name_of(const office_calendar& calendar, local_day day);

bool is_open(const office_calendar& calendar, local_time at, const std::optional<week_hours>& own = {});

/// The first time after `at` at which the hall opens. None within opening_days_max days: it is always open,
/// or has no more hours.
std::optional<local_time> next_opening(const office_calendar& calendar, local_time at,
                                       const std::optional<week_hours>& own = {});

/// When the last hours of `day` end; none where there are none, or where they go on into the next day.
std::optional<local_time> last_closing(const office_calendar& calendar, local_day day,
                                       const std::optional<week_hours>& own = {});

/// Hours that touch, across midnight too, are one.
struct closing
{
    /// When the hall, open now, closes next: a break counts. None when it is closed, or never closes within
    /// opening_days_max days.
    std::optional<local_time> span;
    /// When the last hours of this local day end. None when all of them are over, or they never end.
    std::optional<local_time> day;

    friend bool operator==(const closing&, const closing&) = default;
};

closing closes_at(const office_calendar& calendar, local_time at, const std::optional<week_hours>& own = {});

} // namespace motcua::domain
