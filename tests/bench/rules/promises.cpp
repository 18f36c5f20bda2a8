#include "tests/bench/rules/promises.hpp"

#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/forecast/forecast.hpp"

#include <algorithm>
#include <limits>

namespace motcua::bench {

namespace {

double in_minutes(std::chrono::duration<double, std::ratio<60>> length) { return length.count(); }

constexpr domain::ticket_id behind_all{std::numeric_limits<std::int64_t>::max()};

bool serves(const domain::counter& at, const domain::service_code& service)
{
    return std::ranges::count(at.services, service) > 0;
}

std::optional<double> minutes_if_any(const std::optional<domain::seconds>& length)
{
    return length ? std::optional{in_minutes(*length)} : std::nullopt;
}

} // namespace

promise own_promise(const question& asked)
{
    const auto& [state, who, site] = asked;
    const domain::newcomer coming{.service = who.service, .due = who.due};
    const auto found = domain::forecast_of(
        state, coming, {.now = who.now, .zone = domain::zone_of_vietnam(), .bookings = who.bookings});
    return {.expected = minutes_if_any(found.expected),
            .from = minutes_if_any(found.from),
            .to = minutes_if_any(found.to),
            .too_late = found.state == domain::forecast_state::too_late};
}

promise promise_by_line(const question& asked)
{
    const auto& [state, who, site] = asked;
    const auto open = std::ranges::count_if(state.counters(), [&](const domain::counter& at) {
        return at.state == domain::counter_state::open && serves(at, who.service);
    });
    const auto work = state.waiting().before(who.service, {who.due, behind_all}) *
                      state.known().usual_stay(*find_service(state.settings(), who.service));
    return {.expected = in_minutes(work) / static_cast<double>(std::max<std::ptrdiff_t>(open, 1))};
}

std::vector<candidate> all_candidates()
{
    return {{"own promise", own_promise},
            {"ZMS pessimistic", promise_of_zms_pessimistic},
            {"ZMS optimistic", promise_of_zms_optimistic},
            {"line x time / counters", promise_by_line}};
}

} // namespace motcua::bench
