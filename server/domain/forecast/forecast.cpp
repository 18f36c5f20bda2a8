#include "server/domain/forecast/forecast.hpp"

#include "server/domain/forecast/limits.hpp"
#include "server/domain/forecast/outlook.hpp"

#include <algorithm>
#include <limits>

namespace motcua::domain {

namespace {

/// Of the 16 times in order: which are told, and from how many runs on it is too late.
constexpr std::size_t from_rank = 3;
constexpr std::size_t expected_rank = 10;
constexpr std::size_t to_rank = 15;
constexpr std::ptrdiff_t never_called_max = 6;
constexpr std::ptrdiff_t doubtful_from = 2;

/// The counters that may call `who`, by their places in the settings.
std::vector<std::size_t> counters_for(const outlook& ahead, const waiter& who)
{
    if (who.reserved_for) {
        return {*who.reserved_for};
    }
    std::vector<std::size_t> found;
    for (std::size_t place = 0; place < ahead.counters.size(); ++place) {
        if (std::ranges::count(ahead.counters[place].lists, who.service) > 0) {
            found.push_back(place);
        }
    }
    return found;
}

/// State and opening of a forecast; no minutes yet.
forecast state_of(const outlook& ahead, const std::vector<std::size_t>& counters)
{
    forecast found{.state = forecast_state::closed};
    bool has_paused = false;
    for (const auto place : counters) {
        const auto state = ahead.state.counters()[place].state;
        if (state == counter_state::open) {
            return {.state = forecast_state::open};
        }
        has_paused = has_paused || state == counter_state::paused;
        const auto& opens_at = ahead.openings[place];
        if (opens_at && (!found.opens_at || *opens_at < *found.opens_at)) {
            found = {.state = forecast_state::planned, .opens_at = opens_at};
        }
    }
    return has_paused ? forecast{.state = forecast_state::paused} : found;
}

seconds to_seconds(run_time time) { return std::chrono::round<seconds>(milliseconds{time}); }

/// Whether any of them calls again today.
bool call_today(const outlook& ahead, const std::vector<std::size_t>& counters)
{
    return std::ranges::any_of(counters,
                               [&](std::size_t place) { return !ahead.counters[place].spans.empty(); });
}

run_time last_end(const outlook& ahead, const std::vector<std::size_t>& counters)
{
    run_time last = 0;
    for (const auto place : counters) {
        const auto& spans = ahead.counters[place].spans;
        last = spans.empty() ? last : std::max(last, spans.back().to);
    }
    return last;
}

forecast forecast_from(const outlook& ahead, const waiter& who, run_times times)
{
    const auto counters = counters_for(ahead, who);
    auto found = state_of(ahead, counters);
    const bool has_minutes = found.state == forecast_state::open ||
                             (found.state == forecast_state::planned && call_today(ahead, counters));
    if (!has_minutes) {
        return found;
    }
    std::ranges::sort(times);
    const auto never_called = std::ranges::count(times, never);
    if (never_called > never_called_max) {
        return {.state = forecast_state::too_late};
    }
    found.doubtful = never_called >= doubtful_from;
    found.from = to_seconds(times[from_rank - 1]);
    found.expected = to_seconds(times[expected_rank - 1]);
    found.to = to_seconds(found.doubtful ? last_end(ahead, counters) : times[to_rank - 1]);
    return found;
}

/// For one behind the last who was followed: their times, with the work between them.
run_times stretched(const outlook& ahead, const waiter& who, const place& at, run_times times)
{
    std::size_t here = 0;
    const waiter* last = nullptr;
    milliseconds followed{};
    for (const auto& one : ahead.line) {
        if (one.is == waiter::kind::here) {
            ++here;
            followed += one.turn;
            last = &one;
        }
    }
    if (here < forecast_tickets_max || at < place{last->due, last->ticket} || followed == milliseconds{0}) {
        return times;
    }
    const auto work = work_before(ahead.state, at, ahead.turns);
    const auto end = last_end(ahead, counters_for(ahead, who));
    for (auto& time : times) {
        if (time != never) {
            time = time * (work.count() / 1000) / (followed.count() / 1000);
            time = time < end ? time : never;
        }
    }
    return times;
}

/// Someone who takes no time, at the end of the second: behind all who came in it.
waiter newcomer_at(instant due, std::size_t service)
{
    const auto end = std::chrono::floor<seconds>(due) + seconds{1} - std::chrono::microseconds{1};
    return {.due = end, .is = waiter::kind::newcomer, .service = service};
}

constexpr ticket_id behind_all{std::numeric_limits<std::int64_t>::max()};

/// Puts `who` into the line and runs it until they are called.
run_times times_of(outlook& ahead, const waiter& who)
{
    const auto after = std::ranges::upper_bound(ahead.line, who.order(), {}, &waiter::order);
    const auto wanted = static_cast<std::size_t>(after - ahead.line.begin());
    ahead.line.insert(after, who);
    return run_forward(ahead.counters, ahead.line, ahead.services, ahead.now, wanted)[wanted];
}

} // namespace

forecast forecast_of(const site_state& state, const newcomer& who, const forecast_moment& moment)
{
    const auto service = place_of_service(state.settings(), who.service);
    if (!service) {
        return {};
    }
    outlook ahead(state, moment);
    const auto probe = newcomer_at(who.due, *service);
    const auto times = times_of(ahead, probe);
    return forecast_from(ahead, probe, stretched(ahead, probe, {probe.due, behind_all}, times));
}

forecast forecast_of(const site_state& state, const ticket& who, const forecast_moment& moment)
{
    const auto service = place_of_service(state.settings(), who.service);
    if (!service) {
        return {};
    }
    outlook ahead(state, moment);
    const auto found = std::ranges::find(ahead.line, who.id, &waiter::ticket);
    if (found != ahead.line.end()) {
        const auto wanted = static_cast<std::size_t>(found - ahead.line.begin());
        const auto sought = *found;
        const auto times = run_forward(ahead.counters, ahead.line, ahead.services, ahead.now, wanted);
        return forecast_from(ahead, sought, times[wanted]);
    }
    auto probe = newcomer_at(who.due, *service);
    if (who.reserved_for) {
        probe.reserved_for = place_of_counter(state.settings(), *who.reserved_for);
    }
    const auto times = times_of(ahead, probe);
    return forecast_from(ahead, probe, stretched(ahead, probe, {who.due, who.id}, times));
}

forecasts forecast_all(const site_state& state, const forecast_moment& moment)
{
    outlook ahead(state, moment);
    for (std::size_t service = 0; service < ahead.services; ++service) {
        ahead.line.push_back(newcomer_at(moment.now, service));
    }
    std::ranges::stable_sort(ahead.line, {}, &waiter::order);
    const auto times = run_forward(ahead.counters, ahead.line, ahead.services, ahead.now, std::nullopt);
    forecasts found;
    for (std::size_t place = 0; place < ahead.line.size(); ++place) {
        const auto& one = ahead.line[place];
        if (one.is == waiter::kind::here) {
            found.tickets.emplace(one.ticket, forecast_from(ahead, one, times[place]));
        } else if (one.is == waiter::kind::newcomer) {
            const auto own = stretched(ahead, one, {one.due, behind_all}, times[place]);
            found.services.emplace(state.settings().services[one.service].code,
                                   forecast_from(ahead, one, own));
        }
    }
    return found;
}

} // namespace motcua::domain
