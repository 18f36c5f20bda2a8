#include "server/domain/calendar/office_calendar.hpp"
#include "base/text.hpp"
#include "server/domain/calendar/limits.hpp"

#include <array>
#include <set>
#include <utility>

namespace motcua::domain {

namespace {

using known_days = std::set<local_day>;

constexpr minutes end_of_day{24 * 60};

calendar_fault within(const std::string& place, calendar_fault fault)
{
    return {place + fault.field, std::move(fault.why)};
}

std::string item(const std::string& list, std::size_t index)
{
    return list + "[" + std::to_string(index) + "]";
}

std::optional<calendar_fault> fault_of_text(const std::string& field, const std::string& text,
                                            std::size_t characters_max)
{
    if (base::has_control_character(text)) {
        return calendar_fault{field, "control characters are not allowed"};
    }
    if (base::count_characters(text) > characters_max) {
        return calendar_fault{field, "must have " + std::to_string(characters_max) + " characters at most"};
    }
    return std::nullopt;
}

std::optional<calendar_fault> fault_of_day(const std::string& field, base::day day, known_days& others)
{
    if (!others.insert(day.date).second) {
        return calendar_fault{field, "another one has this day already"};
    }
    return std::nullopt;
}

std::optional<calendar_fault> fault_of(const calendar_exception& exception, known_days& others)
{
    if (auto fault = fault_of_day(".day", exception.day, others)) {
        return fault;
    }
    if (auto fault = first_fault(exception.hours)) {
        return within(".hours", *std::move(fault));
    }
    return fault_of_text(".name", exception.name, calendar_name_max);
}

std::optional<calendar_fault> fault_of(const holiday& one, known_days& others)
{
    if (auto fault = fault_of_day(".day", one.day, others)) {
        return fault;
    }
    if (one.name.empty()) {
        return calendar_fault{".name", "it is empty"};
    }
    if (auto fault = fault_of_text(".name", one.name, calendar_name_max)) {
        return fault;
    }
    return fault_of_text(".source", one.source, calendar_source_max);
}

std::optional<calendar_fault> fault_of(const swap& one, known_days& others)
{
    if (one.off == one.on) {
        return calendar_fault{".on", "must be another day than the one that is off"};
    }
    if (auto fault = fault_of_day(".off", one.off, others)) {
        return fault;
    }
    return fault_of_day(".on", one.on, others);
}

template <class Thing>
std::optional<calendar_fault> fault_of_list(const std::string& name, const std::vector<Thing>& things,
                                            std::size_t most)
{
    if (things.size() > most) {
        return calendar_fault{name, "must have " + std::to_string(most) + " at most"};
    }
    known_days taken;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (auto fault = fault_of(things[i], taken)) {
            return within(item(name, i), *std::move(fault));
        }
    }
    return std::nullopt;
}

} // namespace

week_hours round_the_clock()
{
    const day_hours day{{minutes{0}, end_of_day}};
    return {.mon = day, .tue = day, .wed = day, .thu = day, .fri = day, .sat = day, .sun = day};
}

bool is_round_the_clock(const week_hours& hours)
{
    // For each ticket: makes nothing only to compare with.
    const auto is_whole = [](const day_hours& day) {
        return day.size() == 1 && day.front().from == minutes{0} && day.front().to == end_of_day;
    };
    return is_whole(hours.mon) && is_whole(hours.tue) && is_whole(hours.wed) && is_whole(hours.thu) &&
           is_whole(hours.fri) && is_whole(hours.sat) && is_whole(hours.sun);
}

std::optional<calendar_fault> first_fault(const day_hours& hours)
{
    if (hours.size() > spans_per_day_max) {
        return calendar_fault{"", "must have " + std::to_string(spans_per_day_max) + " spans at most"};
    }
    minutes open_until{0};
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const auto& span = hours[i];
        if (span.from < minutes{0} || span.to > end_of_day) {
            return calendar_fault{item("", i), "must lie between 00:00 and 24:00"};
        }
        if (span.to <= span.from) {
            return calendar_fault{item("", i), "must end after it begins"};
        }
        if (span.from < open_until) {
            return calendar_fault{item("", i), "must not begin before the one above ends"};
        }
        open_until = span.to;
    }
    return std::nullopt;
}

std::optional<calendar_fault> first_fault(const week_hours& hours)
{
    const std::array<std::pair<const char*, const day_hours&>, 7> weekdays{{{"mon", hours.mon},
                                                                            {"tue", hours.tue},
                                                                            {"wed", hours.wed},
                                                                            {"thu", hours.thu},
                                                                            {"fri", hours.fri},
                                                                            {"sat", hours.sat},
                                                                            {"sun", hours.sun}}};
    for (const auto& [name, day] : weekdays) {
        if (auto fault = first_fault(day)) {
            return within(name, *std::move(fault));
        }
    }
    return std::nullopt;
}

std::optional<calendar_fault> first_fault(const office_calendar& calendar)
{
    if (auto fault = first_fault(calendar.hours)) {
        return within("hours.", *std::move(fault));
    }
    if (auto fault = fault_of_list("exceptions", calendar.exceptions, calendar_exceptions_max)) {
        return fault;
    }
    if (auto fault = fault_of_list("holidays", calendar.holidays, holidays_max)) {
        return fault;
    }
    return fault_of_list("swaps", calendar.swaps, swaps_max);
}

} // namespace motcua::domain
