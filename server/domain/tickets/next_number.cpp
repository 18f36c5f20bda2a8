#include "server/domain/tickets/next_number.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>

namespace motcua::domain {

using base::require;

namespace {

bool is_leased(const site_state& state, const service_code& service, local_day day, int number)
{
    return std::ranges::any_of(state.blocks(), [&](const auto& entry) {
        const auto& block = entry.second;
        return block.service == service && block.day == day && block.first <= number && number <= block.last;
    });
}

/// Whether someone may still answer to the ticket's number: it is alive, or a no-show that has time to come
/// back.
bool is_awaited(const site_state& state, const ticket& today, instant now)
{
    bool may_come_back = false;
    if (today.state == ticket_state::no_show) {
        require(today.no_show_at.has_value(), "a no-show has its time");
        may_come_back = now <= *today.no_show_at + state.settings().recall_grace_minutes;
    }
    return !is_finished(today.state) || may_come_back;
}

} // namespace

int next_number(const site_state& state, const service_settings& service, instant now)
{
    const auto day = *state.day();
    int number = state.last_number(service.code);
    const auto range = range_of(service);
    if (!range) {
        do {
            ++number;
        } while (is_leased(state, service.code, day, number));
        return number;
    }
    boost::unordered_flat_set<int> awaited;
    for (const auto& today : state.tickets()) {
        if (today.series == service.code && is_awaited(state, today, now)) {
            awaited.insert(today.number);
        }
    }
    const auto [first, last] = *range;
    for (int tried = first; tried <= last; ++tried) {
        number = number < first || number >= last ? first : number + 1;
        if (!awaited.contains(number) && !is_leased(state, service.code, day, number)) {
            return number;
        }
    }
    return 0;
}

} // namespace motcua::domain
