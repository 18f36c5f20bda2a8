// A ticket taken now: its number is the next of its service.

#include "base/require.hpp"
#include "server/domain/decide.hpp"
#include "server/domain/intake/availability.hpp"
#include "server/domain/tickets/arrive.hpp"

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

/// The first number after the last one that is neither leased nor, where a range wraps, still awaited. 0 when
/// there is none.
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

} // namespace

decision decide(const site_state& state, const issue_ticket& wanted, const context& ctx)
{
    const auto* service = find_service(state.settings(), wanted.service);
    if (service == nullptr) {
        return refusal{refusal_code::unknown_service, "service"};
    }
    if (!state.day()) {
        return refusal{refusal_code::day_not_open};
    }
    if (const auto found = availability_of(state, *service, *ctx.zone, ctx.now); found.refused) {
        return refusal_of(found);
    }
    const int number = next_number(state, *service, ctx.now);
    if (number == 0) {
        return refusal{refusal_code::no_numbers_left};
    }
    require(number > 0, "numbers count up from 1");
    const auto joined = arrive(state, wanted.service, wanted.priority, ctx.now, ctx);
    return std::vector<event_body>{ticket_issued{.ticket = ticket_id{state.last_ticket() + 1},
                                                 .service = wanted.service,
                                                 .number = number,
                                                 .day = *state.day(),
                                                 .priority = wanted.priority,
                                                 .channel = wanted.channel,
                                                 .lang = wanted.lang,
                                                 .procedure = wanted.procedure,
                                                 .track = wanted.track,
                                                 .issued_at = joined.ready,
                                                 .due = joined.due,
                                                 .ahead = joined.ahead,
                                                 .promise = joined.promise,
                                                 .block = std::nullopt}};
}

} // namespace motcua::domain
