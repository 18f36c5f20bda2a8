// A ticket taken now: its number is the next of its service.

#include "base/require.hpp"
#include "server/domain/appointments/slots.hpp"
#include "server/domain/decide.hpp"
#include "server/domain/intake/availability.hpp"
#include "server/domain/tickets/arrive.hpp"
#include "server/domain/tickets/next_number.hpp"

namespace motcua::domain {

using base::require;

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
        auto refused = refusal_of(found);
        refused.first_free_slot = first_free_slot(state, *service, *ctx.zone, ctx.now);
        return refused;
    }
    const int number = next_number(state, *service, ctx.now);
    if (number == 0) {
        return refusal{refusal_code::no_numbers_left};
    }
    require(number > 0, "numbers count up from 1");
    const auto joined = arrive(state,
                               {.service = wanted.service,
                                .ready = ctx.now,
                                .head_start = head_start_of(state.settings().head_start, wanted.priority)},
                               ctx);
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
                                                 .ready = joined.ready,
                                                 .due = joined.due,
                                                 .ahead = joined.ahead,
                                                 .promise = joined.promise,
                                                 .block = std::nullopt}};
}

} // namespace motcua::domain
