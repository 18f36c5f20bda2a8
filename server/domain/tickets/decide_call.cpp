// Whom a counter calls.

#include "base/require.hpp"
#include "server/domain/decide.hpp"

namespace motcua::domain {

using base::require;

namespace {

/// Why `at` cannot call anybody now, if it cannot.
std::optional<refusal> cannot_call(const counter& at, bool finishes = false)
{
    if (at.state != counter_state::open) {
        return refusal{refusal_code::counter_closed, {}, name_of(at.state)};
    }
    if (at.current && !finishes) {
        return refusal{refusal_code::busy};
    }
    return std::nullopt;
}

ticket_called call(const counter& at, ticket_id called, const context& ctx, bool out_of_order)
{
    return {called, at.code, ctx.staff ? ctx.staff : at.staff, out_of_order};
}

} // namespace

decision decide(const site_state& state, const call_next& wanted, const context& ctx)
{
    const auto* at = state.find_counter(wanted.counter);
    if (at == nullptr) {
        return refusal{refusal_code::unknown_counter};
    }
    if (wanted.finish > visit_outcome::left) {
        return refusal{refusal_code::not_an_outcome, "outcome"};
    }
    if (ctx.counter && ctx.counter != at->code) {
        return refusal{refusal_code::not_your_ticket};
    }
    if (auto why = cannot_call(*at, wanted.finish.has_value())) {
        return *std::move(why);
    }
    std::vector<event_body> happens;
    if (at->current && wanted.finish) {
        happens.emplace_back(ticket_finished{*at->current, *wanted.finish});
    }
    if (const auto next = state.waiting().next_for(at->code, at->services)) {
        require(state.at(*next).state == ticket_state::waiting, "a ticket in the queue waits");
        happens.emplace_back(call(*at, *next, ctx, false));
    }
    return happens;
}

decision decide(const site_state& state, const call_ticket& wanted, const context& ctx)
{
    const auto* at = state.find_counter(wanted.counter);
    if (at == nullptr) {
        return refusal{refusal_code::unknown_counter};
    }
    const auto* called = state.find(wanted.ticket);
    if (called == nullptr) {
        return refusal{refusal_code::unknown_ticket, "ticket"};
    }
    if (auto why = cannot_call(*at)) {
        return *std::move(why);
    }
    if (called->state != ticket_state::waiting) {
        return refusal{refusal_code::wrong_state, {}, name_of(called->state)};
    }
    if (called->reserved_for && called->reserved_for != at->code) {
        return refusal{refusal_code::not_your_ticket};
    }
    const bool in_order = state.waiting().next_for(at->code, at->services) == called->id;
    return std::vector<event_body>{call(*at, called->id, ctx, !in_order)};
}

} // namespace motcua::domain
