#include "server/domain/calendar/opening_hours.hpp"
#include "server/domain/calendar/limits.hpp"

#include <algorithm>
#include <array>

namespace motcua::domain {

namespace {

using std::chrono::days;
using std::chrono::weekday;

/// The thing of `day`; null when `things` have none. The lists are short: no index pays.
template <class Thing>
const Thing* find_day(const std::vector<Thing>& things, base::day Thing::*member, local_day day)
{
    const auto found = std::ranges::find(things, base::day{day}, member);
    return found == things.end() ? nullptr : &*found;
}

const day_hours& hours_on(const week_hours& week, weekday on)
{
    static constexpr std::array members{&week_hours::sun, &week_hours::mon, &week_hours::tue,
                                        &week_hours::wed, &week_hours::thu, &week_hours::fri,
                                        &week_hours::sat};
    return week.*members.at(on.c_encoding());
}

bool is_rest_day(const office_calendar& calendar, local_day day)
{
    const weekday on{day};
    if (!is_round_the_clock(calendar.hours)) {
        return hours_on(calendar.hours, on).empty();
    }
    return on == std::chrono::Saturday || on == std::chrono::Sunday;
}

local_day day_of(local_time at) { return std::chrono::floor<days>(at); }

/// The span of its day that `at` is in, as its end.
std::optional<local_time> end_of_span(const office_calendar& calendar, local_time at,
                                      const std::optional<week_hours>& own)
{
    const auto day = day_of(at);
    for (const auto& span : hours_of(calendar, day, own)) {
        if (day + span.from <= at && at < day + span.to) {
            return day + span.to;
        }
    }
    return std::nullopt;
}

/// From a time at which the hall is open to the first at which it is not; none after opening_days_max days.
std::optional<local_time> end_of_opening(const office_calendar& calendar, local_time open,
                                         const std::optional<week_hours>& own)
{
    const auto last = open + days{opening_days_max};
    while (open <= last) {
        const auto end = end_of_span(calendar, open, own);
        if (!end) {
            return open;
        }
        open = *end;
    }
    return std::nullopt;
}

} // namespace

day_kind kind_of(const office_calendar& calendar, local_day day)
{
    const auto* const named = holiday_on(calendar, day);
    if (named != nullptr && (named->confirmed || named->closes)) {
        return day_kind::holiday;
    }
    if (find_day(calendar.swaps, &swap::off, day) != nullptr) {
        return day_kind::swapped_off;
    }
    if (find_day(calendar.swaps, &swap::on, day) != nullptr) {
        return day_kind::swapped_on;
    }
    return is_rest_day(calendar, day) ? day_kind::rest : day_kind::working;
}

bool is_working_day(const office_calendar& calendar, local_day day)
{
    const auto kind = kind_of(calendar, day);
    return kind == day_kind::working || kind == day_kind::swapped_on;
}

int count_working_days(const office_calendar& calendar, local_day first, local_day last)
{
    int count = 0;
    for (auto day = first; day <= last; day += days{1}) {
        count += is_working_day(calendar, day) ? 1 : 0;
    }
    return count;
}

day_hours hours_of(const office_calendar& calendar, local_day day)
{
    if (const auto* const exception = find_day(calendar.exceptions, &calendar_exception::day, day)) {
        return exception->hours;
    }
    if (is_round_the_clock(calendar.hours)) {
        return {{.from = minutes{0}, .to = days{1}}};
    }
    switch (kind_of(calendar, day)) {
    case day_kind::working:
        return hours_on(calendar.hours, weekday{day});
    case day_kind::swapped_on:
        return hours_on(calendar.hours, weekday{find_day(calendar.swaps, &swap::on, day)->off.date});
    case day_kind::rest:
    case day_kind::holiday:
    case day_kind::swapped_off:
        break;
    }
    return {};
}

day_hours common_hours(const day_hours& one, const day_hours& other)
{
    day_hours common;
    for (const auto& span : one) {
        for (const auto& mine : other) {
            const time_span both{.from = std::max(span.from, mine.from), .to = std::min(span.to, mine.to)};
            if (both.from < both.to) {
                common.push_back(both);
            }
        }
    }
    return common;
}

day_hours hours_of(const office_calendar& calendar, local_day day, const std::optional<week_hours>& own)
{
    auto hours = hours_of(calendar, day);
    if (!own) {
        return hours;
    }
    const auto* const swapped = find_day(calendar.swaps, &swap::on, day);
    const weekday like{swapped == nullptr ? day : swapped->off.date};
    return common_hours(hours, hours_on(*own, like));
}

const holiday* holiday_on(const office_calendar& calendar, local_day day)
{
    return find_day(calendar.holidays, &holiday::day, day);
}

std::string name_of(const office_calendar& calendar, local_day day)
{
    const auto* const exception = find_day(calendar.exceptions, &calendar_exception::day, day);
    if (exception != nullptr && !exception->name.empty()) {
        return exception->name;
    }
    const auto* const named = holiday_on(calendar, day);
    return named != nullptr ? named->name : "";
}

bool is_open(const office_calendar& calendar, local_time at, const std::optional<week_hours>& own)
{
    return end_of_span(calendar, at, own).has_value();
}

std::optional<local_time> next_opening(const office_calendar& calendar, local_time at,
                                       const std::optional<week_hours>& own)
{
    const auto today = day_of(at);
    for (auto day = today; day <= today + days{opening_days_max}; day += days{1}) {
        for (const auto& span : hours_of(calendar, day, own)) {
            const local_time opens = day + span.from;
            if (opens > at && !is_open(calendar, opens - local_time::duration{1}, own)) {
                return opens;
            }
        }
    }
    return std::nullopt;
}

std::optional<local_time> last_closing(const office_calendar& calendar, local_day day,
                                       const std::optional<week_hours>& own)
{
    const auto today = hours_of(calendar, day, own);
    if (today.empty()) {
        return std::nullopt;
    }
    const local_time end = day + today.back().to;
    return is_open(calendar, end, own) ? std::nullopt : std::optional{end};
}

closing closes_at(const office_calendar& calendar, local_time at, const std::optional<week_hours>& own)
{
    closing ends;
    if (is_open(calendar, at, own)) {
        ends.span = end_of_opening(calendar, at, own);
    }
    const auto today = hours_of(calendar, day_of(at), own);
    if (!today.empty() && at < day_of(at) + today.back().to) {
        ends.day = end_of_opening(calendar, day_of(at) + today.back().from, own);
    }
    return ends;
}

} // namespace motcua::domain
