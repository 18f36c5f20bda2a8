#include "counter/console/appointments/rules.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::counter::console::appointments {

using protocol::appointment_state;

namespace {

/// A closed counter serves nothing: then what it is set up for counts; where that is not known, everything.
bool is_served(const counter_view& counter, const std::string& service)
{
    const auto& services = counter.services.empty() ? counter.allowed : counter.services;
    return services.empty() || std::ranges::count(services, service) > 0;
}

std::chrono::local_days day_of(local_time at) { return std::chrono::floor<std::chrono::days>(at); }

} // namespace

std::vector<const appointment*> seen_appointments(const console::state& state)
{
    std::vector<const appointment*> found;
    const auto& own = state.appointments;
    for (const auto& one : own.all) {
        const bool has_letters = one.code.find(own.search) != one.code.npos;
        if (own.search.empty() ? is_served(state.counter, one.service) : has_letters) {
            found.push_back(&one);
        }
    }
    return found;
}

const appointment* find_chosen(const state& state)
{
    const auto found = std::ranges::find(state.all, state.chosen, &appointment::code);
    return found == state.all.end() ? nullptr : &*found;
}

bool is_possible(const console::state& state, const appointment& one, deed_kind kind)
{
    const bool is_booked = one.state == appointment_state::booked;
    switch (kind) {
    case deed_kind::check_in:
        return (is_booked || one.state == appointment_state::no_show) && day_of(one.start) == today(state);
    case deed_kind::show_person: // of days before nothing is shown at the counter
        return day_of(one.start) >= today(state);
    default:
        return is_booked && day_of(one.start) >= today(state);
    }
}

bool is_overdue(const console::state& state, const appointment& one)
{
    return one.state == appointment_state::booked && state.time && one.start < *state.time;
}

std::vector<free_time> times_of_day(const state& state)
{
    std::vector<free_time> all;
    std::ranges::copy_if(state.times, std::back_inserter(all), [&](const free_time& one) {
        return day_of(base::wall_time(one.start)) == state.times_day;
    });
    return all;
}

std::chrono::local_days today(const console::state& state)
{
    return day_of(state.time.value_or(local_time{}));
}

} // namespace motcua::counter::console::appointments
