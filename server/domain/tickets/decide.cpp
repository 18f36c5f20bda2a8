// The way of a ticket after its call: recall, start, finish, no-show, hold, resume, transfer, cancel; its
// class, and the note of an officer.

#include "server/domain/decide.hpp"
#include "base/require.hpp"
#include "server/domain/tickets/limits.hpp"

#include <algorithm>
#include <initializer_list>

namespace motcua::domain {

using base::require;

namespace {

using found_ticket = boost::system::result<const ticket*, refusal>;

refusal wrong_state(ticket_state state) { return {refusal_code::wrong_state, {}, name_of(state)}; }

/// The ticket, if it is in one of `states` and, when a counter has it, that is the counter of `ctx`.
found_ticket ticket_in(const site_state& state, ticket_id id, std::initializer_list<ticket_state> states,
                       const context& ctx)
{
    const auto* wanted = state.find(id);
    if (wanted == nullptr) {
        return refusal{refusal_code::unknown_ticket};
    }
    if (std::find(states.begin(), states.end(), wanted->state) == states.end()) {
        return wrong_state(wanted->state);
    }
    const bool is_at_counter = occupies_counter(wanted->state) || wanted->state == ticket_state::held;
    if (is_at_counter && ctx.counter && ctx.counter != wanted->counter) {
        return refusal{refusal_code::not_your_ticket};
    }
    return wanted;
}

std::vector<event_body> just(event_body body) { return {std::move(body)}; }

/// Whether another live ticket has the number of `finished`: where a range wraps numbers come again.
bool is_given_again(const site_state& state, const ticket& finished)
{
    return std::ranges::any_of(state.tickets(), [&](const ticket& today) {
        return today.series == finished.series && today.number == finished.number &&
               !is_finished(today.state);
    });
}

/// Of several head starts the largest counts: an appointment that was kept has one of its own.
minutes head_start(const head_starts& starts, priority_class priority, const ticket& one)
{
    const bool keeps_appointment = one.appointment && !one.late;
    return std::max(head_start_of(starts, priority),
                    keeps_appointment ? starts.appointment_minutes : minutes{0});
}

/// Whether the counter that holds the ticket cannot go on with it now.
bool is_left_alone(const site_state& state, const ticket& held)
{
    require(held.counter.has_value(), "a ticket on hold belongs to a counter");
    const auto* at = state.find_counter(*held.counter);
    require(at != nullptr, "a ticket on hold belongs to a counter of the site");
    return at->state != counter_state::open; // One whose console is gone is paused.
}

} // namespace

decision decide(const site_state& state, const recall_ticket& wanted, const context& ctx)
{
    const auto found = ticket_in(state, wanted.ticket, {ticket_state::called, ticket_state::no_show}, ctx);
    if (!found) {
        return found.error();
    }
    const auto& recalled = **found;
    if (recalled.state == ticket_state::called) {
        return just(ticket_recalled{recalled.id, ticket_state::called, recalled.due});
    }
    if (is_given_again(state, recalled)) {
        return refusal{refusal_code::number_taken};
    }
    require(recalled.no_show_at.has_value(), "a no-show has its time");
    const bool in_grace = ctx.now <= *recalled.no_show_at + state.settings().recall_grace_minutes;
    return just(ticket_recalled{recalled.id, ticket_state::waiting, in_grace ? recalled.due : ctx.now});
}

decision decide(const site_state& state, const start_ticket& wanted, const context& ctx)
{
    const auto found = ticket_in(state, wanted.ticket, {ticket_state::called}, ctx);
    if (!found) {
        return found.error();
    }
    return just(ticket_started{wanted.ticket});
}

decision decide(const site_state& state, const finish_ticket& wanted, const context& ctx)
{
    if (wanted.outcome > visit_outcome::left) {
        return refusal{refusal_code::not_an_outcome, "outcome"};
    }
    const auto found = ticket_in(state, wanted.ticket, {ticket_state::serving, ticket_state::called}, ctx);
    if (!found) {
        return found.error();
    }
    return just(ticket_finished{wanted.ticket, wanted.outcome});
}

decision decide(const site_state& state, const mark_no_show& wanted, const context& ctx)
{
    const auto found = ticket_in(state, wanted.ticket, {ticket_state::called}, ctx);
    if (!found) {
        return found.error();
    }
    return just(ticket_no_show{wanted.ticket});
}

decision decide(const site_state& state, const hold_ticket& wanted, const context& ctx)
{
    if (wanted.until && *wanted.until <= ctx.now) {
        return refusal{refusal_code::out_of_range, "until"};
    }
    const auto found = ticket_in(state, wanted.ticket, {ticket_state::called, ticket_state::serving}, ctx);
    if (!found) {
        return found.error();
    }
    return just(ticket_held{wanted.ticket, wanted.reason, wanted.until});
}

decision decide(const site_state& state, const resume_ticket& wanted, const context& ctx)
{
    const auto found = ticket_in(state, wanted.ticket, {ticket_state::held}, ctx);
    if (!found) {
        return found.error();
    }
    const auto& code = (*found)->counter;
    const auto* at = code ? state.find_counter(*code) : nullptr;
    require(at != nullptr, "a ticket on hold belongs to a counter");
    if (at->state == counter_state::closed) {
        return refusal{refusal_code::counter_closed};
    }
    if (at->current) {
        return refusal{refusal_code::busy};
    }
    return just(ticket_resumed{wanted.ticket});
}

decision decide(const site_state& state, const release_ticket& wanted, const context&)
{
    const auto* found = state.find(wanted.ticket);
    if (found == nullptr) {
        return refusal{refusal_code::unknown_ticket};
    }
    const bool is_reserved = found->state == ticket_state::waiting && found->reserved_for;
    if (!is_reserved && !(found->state == ticket_state::held && is_left_alone(state, *found))) {
        return wrong_state(found->state);
    }
    return just(ticket_released{wanted.ticket});
}

decision decide(const site_state& state, const transfer_ticket& wanted, const context& ctx)
{
    if (wanted.service.has_value() == wanted.counter.has_value()) {
        return refusal{refusal_code::service_or_counter, "service"};
    }
    if (wanted.service && find_service(state.settings(), *wanted.service) == nullptr) {
        return refusal{refusal_code::unknown_service, "service"};
    }
    if (wanted.counter && find_counter(state.settings(), *wanted.counter) == nullptr) {
        return refusal{refusal_code::unknown_counter, "counter"};
    }
    const auto found = ticket_in(
        state, wanted.ticket,
        {ticket_state::waiting, ticket_state::called, ticket_state::serving, ticket_state::held}, ctx);
    if (!found) {
        return found.error();
    }
    const auto& moved = **found;
    return just(ticket_transferred{.ticket = moved.id,
                                   .service = wanted.service.value_or(moved.service),
                                   .counter = wanted.counter,
                                   .due = wanted.keep_place ? moved.due : ctx.now});
}

decision decide(const site_state& state, const cancel_ticket& wanted, const context& ctx)
{
    const auto found = ticket_in(state, wanted.ticket,
                                 {ticket_state::waiting, ticket_state::called, ticket_state::held}, ctx);
    if (!found) {
        return found.error();
    }
    if (wanted.own_only) {
        const auto& own = **found;
        require(!own.history.empty(), "a ticket's history begins with its issue");
        const bool is_in_time = wanted.reason || ctx.now <= own.issued_at + limits::give_back;
        if (own.history.front().actor != ctx.actor || !is_in_time) {
            return refusal{refusal_code::not_your_ticket};
        }
        if (own.state != ticket_state::waiting) {
            return wrong_state(own.state);
        }
    }
    return just(ticket_cancelled{wanted.ticket, wanted.reason});
}

decision decide(const site_state& state, const set_priority& wanted, const context& ctx)
{
    const auto found = ticket_in(
        state, wanted.ticket,
        {ticket_state::waiting, ticket_state::called, ticket_state::serving, ticket_state::held}, ctx);
    if (!found) {
        return found.error();
    }
    const auto& seen = **found;
    // The same class leaves the place as it is: head starts may have changed since.
    const auto due = wanted.priority == seen.priority
                         ? seen.due
                         : seen.ready - head_start(state.settings().head_start, wanted.priority, seen);
    return just(ticket_priority_set{seen.id, wanted.priority, wanted.confirmed, due});
}

decision decide(const site_state& state, const set_note& wanted, const context& ctx)
{
    const auto found = ticket_in(
        state, wanted.ticket,
        {ticket_state::waiting, ticket_state::called, ticket_state::serving, ticket_state::held}, ctx);
    if (!found) {
        return found.error();
    }
    return just(ticket_note_set{wanted.ticket, wanted.has_note});
}

} // namespace motcua::domain
