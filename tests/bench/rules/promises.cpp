#include "tests/bench/rules/promises.hpp"

#include "server/domain/tickets/forecast.hpp"

#include <algorithm>

namespace motcua::bench {

namespace {

double in_minutes(std::chrono::duration<double, std::ratio<60>> length) { return length.count(); }

bool serves(const domain::counter& at, const domain::service_code& service)
{
    return std::ranges::count(at.services, service) > 0;
}

promise own_promise(const question& asked)
{
    const auto& who = asked.who;
    return {.expected = in_minutes(domain::promised_wait(asked.state, who.service, who.due, who.now))};
}

promise promise_of_board(const question& asked)
{
    for (const auto& one : domain::forecast(asked.state, asked.who.now)) {
        if (one.service == asked.who.service) {
            return {.expected = in_minutes(one.expected_wait)};
        }
    }
    return {};
}

} // namespace

promise promise_by_line(const question& asked)
{
    const auto& [state, who, site] = asked;
    const auto open = std::ranges::count_if(state.counters(), [&](const domain::counter& at) {
        return at.state == domain::counter_state::open && serves(at, who.service);
    });
    const auto work = state.waiting().ahead_of(who.service, who.due) * state.service_time(who.service);
    return {.expected = in_minutes(work) / static_cast<double>(std::max<std::ptrdiff_t>(open, 1))};
}

std::vector<candidate> all_candidates()
{
    return {{"own promise", own_promise},
            {"own board", promise_of_board},
            {"ZMS pessimistic", promise_of_zms_pessimistic},
            {"ZMS optimistic", promise_of_zms_optimistic},
            {"line x time / counters", promise_by_line}};
}

} // namespace motcua::bench
