#include "tests/simulation/checks/booking_rules.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::simulation {

namespace {

using domain::day_hours;
using domain::time_span;

const day_hours& hours_on(const domain::week_hours& week, std::chrono::weekday on)
{
    switch (on.iso_encoding()) {
    case 1:
        return week.mon;
    case 2:
        return week.tue;
    case 3:
        return week.wed;
    case 4:
        return week.thu;
    case 5:
        return week.fri;
    case 6:
        return week.sat;
    default:
        return week.sun;
    }
}

day_hours in_both(const day_hours& left, const day_hours& right)
{
    day_hours common;
    for (const auto& one : left) {
        for (const auto& other : right) {
            const time_span both{.from = std::max(one.from, other.from), .to = std::min(one.to, other.to)};
            if (both.from < both.to) {
                common.push_back(both);
            }
        }
    }
    return common;
}

} // namespace

domain::appointment_settings booking_rules(const domain::site_settings& settings,
                                           const domain::service_settings& service, std::chrono::weekday on)
{
    auto rules = service.appointments ? *service.appointments : settings.appointments;
    for (const auto& special : rules.weekdays) {
        if (static_cast<unsigned>(special.day) != on.iso_encoding() - 1) {
            continue;
        }
        rules.slot_minutes = special.slot_minutes ? *special.slot_minutes : rules.slot_minutes;
        rules.step_minutes = special.step_minutes ? *special.step_minutes : rules.step_minutes;
        rules.buffer_minutes = special.buffer_minutes ? *special.buffer_minutes : rules.buffer_minutes;
        rules.capacity = special.capacity ? *special.capacity : rules.capacity;
    }
    return rules;
}

std::vector<time_span> booking_hours(const domain::site_settings& settings,
                                     const domain::service_settings& service,
                                     const domain::appointment_settings& rules, domain::local_day day)
{
    const std::chrono::weekday on{day};
    const bool is_weekend = on == std::chrono::Saturday || on == std::chrono::Sunday;
    if (is_weekend && settings.hours == domain::round_the_clock()) {
        return {};
    }
    auto hours = hours_on(settings.hours, on);
    if (service.hours) {
        hours = in_both(hours, hours_on(*service.hours, on));
    }
    if (rules.hours) {
        hours = in_both(hours, hours_on(*rules.hours, on));
    }
    day_hours whole;
    for (const auto& span : hours) {
        if (!whole.empty() && whole.back().to == span.from) {
            whole.back().to = span.to;
        } else {
            whole.push_back(span);
        }
    }
    return whole;
}

place_counts places_of(const domain::appointment_settings& rules)
{
    const auto part = [&](double share) {
        return static_cast<int>(std::floor(rules.capacity * share + 0.5));
    };
    const int all = rules.capacity - part(rules.walk_in_share);
    return {.all = all, .citizens = std::max(0, all - part(rules.officer_share))};
}

} // namespace motcua::simulation
