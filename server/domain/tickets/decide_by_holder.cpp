// What the holder of a ticket may do with it: let others go first, come back, change the service.

#include "server/domain/decide.hpp"
#include "server/domain/intake/availability.hpp"
#include "server/domain/tickets/limits.hpp"

namespace motcua::domain {

namespace {

using found_ticket = boost::system::result<const ticket*, refusal>;

found_ticket ticket_that_is(ticket_state wanted, const site_state& state, ticket_id id)
{
    const auto* found = state.find(id);
    if (found == nullptr) {
        return refusal{refusal_code::unknown_ticket};
    }
    if (found->state != wanted) {
        return refusal{refusal_code::wrong_state, {}, name_of(found->state)};
    }
    return found;
}

} // namespace

decision decide(const site_state& state, const postpone_ticket& wanted, const context&)
{
    if (wanted.by < minutes{1} || wanted.by > limits::postponed_max) {
        return refusal{refusal_code::out_of_range, "minutes"};
    }
    const auto found = ticket_that_is(ticket_state::waiting, state, wanted.ticket);
    if (!found) {
        return found.error();
    }
    const auto& one = **found;
    if (one.postponements >= limits::postponements_max || one.postponed + wanted.by > limits::postponed_max) {
        return refusal{refusal_code::postponed_enough};
    }
    return std::vector<event_body>{ticket_postponed{
        .ticket = one.id, .by = wanted.by, .ready = one.ready + wanted.by, .due = one.due + wanted.by}};
}

decision decide(const site_state& state, const return_ticket& wanted, const context& ctx)
{
    const auto found = ticket_that_is(ticket_state::no_show, state, wanted.ticket);
    if (!found) {
        return found.error();
    }
    return decide(state, recall_ticket{wanted.ticket}, ctx);
}

decision decide(const site_state& state, const change_service& wanted, const context& ctx)
{
    const auto* service = find_service(state.settings(), wanted.service);
    if (service == nullptr) {
        return refusal{refusal_code::unknown_service, "service"};
    }
    const auto found = ticket_that_is(ticket_state::waiting, state, wanted.ticket);
    if (!found) {
        return found.error();
    }
    const auto& one = **found;
    if (one.service == wanted.service) {
        return std::vector<event_body>{};
    }
    if (const auto taken = availability_of(state, *service, *ctx.zone, ctx.now); taken.refused) {
        return refusal_of(taken);
    }
    return std::vector<event_body>{ticket_transferred{
        .ticket = one.id, .service = wanted.service, .counter = std::nullopt, .due = one.due}};
}

} // namespace motcua::domain
