// ZMS counts slots: a mean service time over the open counters, for everybody who is placed before.

#include "tests/bench/rules/promises.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::bench {

namespace {

using domain::instant;
using namespace std::chrono_literals;

struct zms_view
{
    /// Minutes.
    double slot{};
    int counters{};
    /// Those who are placed before the newcomer.
    int before{};
};

/// The mean of the settings, by how often each service is wanted, in whole minutes.
double mean_setting(const rehearsal::site_plan& site)
{
    double sum = 0;
    for (const auto& service : site.services) {
        sum += service.visits * static_cast<double>(service.setting.count());
    }
    return std::floor(sum / visits_of(site));
}

/// Starts of appointments that are not called yet: of those who wait, and of those who have still to come.
std::vector<instant> open_appointments(const question& asked)
{
    std::vector<instant> starts(asked.who.booked_and_waiting.begin(), asked.who.booked_and_waiting.end());
    for (const auto& booked : asked.who.bookings) {
        if (booked.start + asked.state.settings().appointments.grace_minutes >= asked.who.now) {
            starts.push_back(booked.start);
        }
    }
    std::ranges::sort(starts);
    return starts;
}

/// Walk-ins are placed one after the other, and each appointment as soon as its time has come.
zms_view view_of(const question& asked)
{
    const auto& state = asked.state;
    const auto open =
        std::ranges::count(state.counters(), domain::counter_state::open, &domain::counter::state);
    zms_view view{.slot = mean_setting(asked.site) / static_cast<double>(std::max<std::ptrdiff_t>(open, 1)),
                  .counters = std::max(static_cast<int>(open), 1)};
    auto walk_ins = std::ranges::count_if(state.tickets(), [](const domain::ticket& one) {
        return one.state == domain::ticket_state::waiting &&
               one.channel != domain::ticket_channel::appointment;
    });
    const auto starts = open_appointments(asked);
    auto next = starts.begin();
    const auto slot = std::chrono::duration_cast<rehearsal::duration>(
        std::chrono::duration<double, std::ratio<60>>(view.slot));
    while (true) {
        const auto reached = asked.who.now + 2min + view.before * slot;
        if (next != starts.end() && *next <= std::min(reached, asked.who.booked.value_or(reached))) {
            ++next;
        } else if (asked.who.booked && *asked.who.booked <= reached) {
            return view;
        } else if (walk_ins > 0) {
            --walk_ins;
        } else {
            return view;
        }
        ++view.before;
    }
}

} // namespace

promise promise_of_zms_pessimistic(const question& asked)
{
    const auto view = view_of(asked);
    return {.expected = std::floor((view.before + 1) * view.slot)};
}

promise promise_of_zms_optimistic(const question& asked)
{
    const auto view = view_of(asked);
    // The first ones are taken to be called at once, one by each counter but one.
    const int rounds = std::max(0, view.before - view.counters + 1);
    return {.expected = std::floor(0.8 * rounds * view.slot)};
}

} // namespace motcua::bench
