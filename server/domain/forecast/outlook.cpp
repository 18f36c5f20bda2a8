#include "server/domain/forecast/outlook.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

milliseconds passed_since(instant from, instant now)
{
    return std::max(std::chrono::duration_cast<milliseconds>(now - from), milliseconds{0});
}

/// How long the ticket at a counter has been there.
milliseconds passed_at_counter(const ticket& current, instant now)
{
    const auto before = std::chrono::duration_cast<milliseconds>(current.at_counter);
    return before + passed_since(current.since, now);
}

/// When `at` is free first, in each run, if it calls at all. `someone_waits` for it.
run_times free_times(const site_state& state, const counter& at, instant now, bool someone_waits)
{
    const auto& known = state.known();
    const auto key = draw_key(draw_kind::counter, at.code);
    run_times free{};
    for (int run = 0; run < forecast_runs; ++run) {
        const auto place = draw_place(key, run);
        milliseconds busy{};
        if (at.current) {
            const auto& current = state.at(*at.current);
            const auto* service = find_service(state.settings(), current.service);
            busy = known.usual_gap();
            if (service != nullptr) {
                busy += rest_of(known.usual_stay(*service), passed_at_counter(current, now), place);
            }
        } else if (at.state == counter_state::open && someone_waits) {
            // The officer may be away.
            busy = rest_of(known.usual_gap(), passed_since(at.idle_since, now), place);
        }
        if (at.state == counter_state::paused) {
            busy = std::max(busy, rest_of(known.usual_pause(), passed_since(at.since, now), place));
        }
        free[static_cast<std::size_t>(run)] = busy.count();
    }
    return free;
}

bool may_call(const future_counter& at, const waiter& who, std::size_t services)
{
    const auto list = who.reserved_for ? services + *who.reserved_for : who.service;
    return std::ranges::count(at.lists, list) > 0;
}

} // namespace

outlook::outlook(const site_state& state_now, const forecast_moment& moment)
    : state(state_now), now(std::chrono::floor<seconds>(moment.now)),
      services(state.settings().services.size())
{
    const auto& settings = state.settings();
    for (const auto& service : settings.services) {
        turns.push_back(state.known().usual_turn(service));
    }
    line = those_here(state, turns);
    const forecast_moment this_second{.now = now, .zone = moment.zone, .bookings = moment.bookings};
    const counter_hours hours(state, this_second);
    for (const auto& at : state.counters()) {
        const auto& setup = *find_counter(settings, at.code);
        const bool is_closed = at.state == counter_state::closed;
        future_counter coming{.lists = {services + counters.size()}, .spans = {}};
        for (const auto& code : is_closed ? setup.services : at.services) {
            if (const auto service = place_of_service(settings, code)) {
                coming.lists.push_back(*service);
            }
        }
        const auto spans = hours.spans_of(at, setup);
        for (const auto& span : spans) {
            const auto from = std::chrono::duration_cast<milliseconds>(span.from - now);
            const auto to = std::chrono::duration_cast<milliseconds>(span.to - now);
            coming.spans.push_back({.from = from.count(), .to = to.count()});
        }
        const bool someone_waits =
            std::ranges::any_of(line, [&](const waiter& who) { return may_call(coming, who, services); });
        coming.free = free_times(state, at, now, someone_waits);
        counters.push_back(std::move(coming));
        openings.push_back(!is_closed      ? std::nullopt
                           : spans.empty() ? hours.opens_after_today(setup)
                                           : std::optional{spans.front().opens_at});
    }
    const auto coming = those_to_come(state, this_second, turns);
    line.insert(line.end(), coming.begin(), coming.end());
    std::ranges::stable_sort(line, {}, &waiter::order);
}

} // namespace motcua::domain
