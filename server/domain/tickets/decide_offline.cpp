// A ticket that a kiosk printed while the server was away, with a number of a block that it leased.

#include "base/require.hpp"
#include "server/domain/decide.hpp"
#include "server/domain/tickets/arrive.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

namespace {

std::optional<refusal> why_not(const site_state& state, const number_block& block,
                               const issue_offline_ticket& wanted)
{
    if (block.kiosk != wanted.kiosk) {
        return refusal{refusal_code::not_your_block};
    }
    if (wanted.number < block.first || wanted.number > block.last) {
        return refusal{refusal_code::number_not_in_block, "number"};
    }
    if (std::ranges::count(block.used, wanted.number) > 0) {
        return refusal{refusal_code::number_taken, "number"};
    }
    if (!state.day() || block.day > *state.day()) {
        return refusal{refusal_code::day_not_open};
    }
    if (state.find(wanted.track) != nullptr) {
        return refusal{refusal_code::track_taken, "track"};
    }
    return std::nullopt;
}

/// When the ticket was issued: the kiosk's claim, within what is possible.
instant bounded_issue(const site_state& state, const number_block& block, const issue_offline_ticket& wanted,
                      const context& ctx)
{
    const auto begin = start_of_day(*ctx.zone, state.settings(), block.day);
    const auto end = start_of_day(*ctx.zone, state.settings(), block.day + std::chrono::days{1});
    const auto latest = std::min(ctx.now, end - std::chrono::microseconds{1});
    const auto earliest = std::min(std::max(wanted.last_contact, begin), latest);
    return std::clamp(wanted.issued_at, earliest, latest);
}

} // namespace

decision decide(const site_state& state, const issue_offline_ticket& wanted, const context& ctx)
{
    const auto* block = state.find_block(wanted.block);
    if (block == nullptr) {
        return refusal{refusal_code::unknown_block};
    }
    if (const auto refused = why_not(state, *block, wanted)) {
        return *refused;
    }
    const auto issued_at = bounded_issue(state, *block, wanted, ctx);
    require(issued_at <= ctx.now, "no ticket was issued after it arrived");
    require(business_day(*ctx.zone, state.settings(), issued_at) <= block->day,
            "a ticket is issued before its day is over");
    const bool is_over = block->day < *state.day();
    if (is_over || find_service(state.settings(), block->service) == nullptr) {
        return std::vector<event_body>{ticket_logged{.ticket = ticket_id{state.last_ticket() + 1},
                                                     .service = block->service,
                                                     .number = wanted.number,
                                                     .day = block->day,
                                                     .priority = wanted.priority,
                                                     .lang = wanted.lang,
                                                     .procedure = wanted.procedure,
                                                     .track = wanted.track,
                                                     .issued_at = issued_at,
                                                     .block = wanted.block}};
    }
    const auto joined = arrive(state,
                               {.service = block->service,
                                .ready = issued_at,
                                .head_start = head_start_of(state.settings().head_start, wanted.priority)},
                               ctx);
    return std::vector<event_body>{ticket_issued{.ticket = ticket_id{state.last_ticket() + 1},
                                                 .service = block->service,
                                                 .number = wanted.number,
                                                 .day = block->day,
                                                 .priority = wanted.priority,
                                                 .channel = ticket_channel::kiosk,
                                                 .lang = wanted.lang,
                                                 .procedure = wanted.procedure,
                                                 .track = wanted.track,
                                                 .issued_at = joined.ready,
                                                 .ready = joined.ready,
                                                 .due = joined.due,
                                                 .ahead = joined.ahead,
                                                 .promise = joined.promise,
                                                 .block = wanted.block}};
}

} // namespace motcua::domain
