#include "server/domain/tickets/invariants.hpp"

#include "server/domain/appointments/invariants.hpp"
#include "server/domain/number_blocks/invariants.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace motcua::domain {

namespace {

using enum ticket_state;

/// Today's tickets follow each other without a gap, and are of today except those from a block of an earlier
/// day.
void check_order(findings& found, const site_state& state)
{
    auto expected =
        static_cast<std::int64_t>(state.last_ticket()) - static_cast<std::int64_t>(state.tickets().size());
    for (const auto& one : state.tickets()) {
        found.must(static_cast<std::int64_t>(one.id) == ++expected, name_of(one.id), "is out of its order");
        const bool came_late = one.block && state.day() > one.day && one.outcome == visit_outcome::day_closed;
        found.must(state.day() == one.day || came_late, name_of(one.id), "is not of the day that is open");
    }
}

/// Where numbers start again, only those of live tickets must differ.
void check_numbers(findings& found, const site_state& state)
{
    std::set<std::tuple<local_day, service_code, int>> used;
    std::set<track_id> tracks;
    for (const auto& one : state.tickets()) {
        const auto* service = find_service(state.settings(), one.series);
        const bool comes_again = service != nullptr && range_of(*service).has_value();
        if (!comes_again || !is_finished(one.state)) {
            found.must(used.emplace(one.day, one.series, one.number).second, name_of(one.id),
                       "has a number given before");
        }
        if (!one.block && !comes_again) {
            found.must(one.number <= state.last_number(one.series), name_of(one.id),
                       "has a number that the count has not reached");
        }
        found.must(one.number > 0, name_of(one.id), "has no number");
        found.must(tracks.insert(one.track).second, name_of(one.id), "has the track id of another");
    }
}

/// Waiting in its queue, or called or in service at its counter, or held by it, or finished.
void check_place(findings& found, const site_state& state, const ticket& one)
{
    const bool queued = state.waiting().holds(one);
    const auto* at = one.counter ? state.find_counter(*one.counter) : nullptr;
    const bool standing = at != nullptr && at->current == one.id;
    const bool waits = one.state == ticket_state::waiting;
    found.must(queued == waits, name_of(one.id), waits ? "waits in no queue" : "is queued and does not wait");
    found.must(standing == occupies_counter(one.state), name_of(one.id),
               standing ? "stands at a counter and is neither called nor served"
                        : "is called or served and stands at no counter");
    const bool held = one.state == ticket_state::held;
    found.must(held == one.held_since.has_value(), name_of(one.id),
               "is held from no moment, or not held from one");
    found.must(!held || at != nullptr, name_of(one.id), "is held by no counter");
    found.must(is_finished(one.state) == one.outcome.has_value(), name_of(one.id),
               "has an outcome and goes on, or has ended without one");
    found.must(!one.served_to || one.served_from, name_of(one.id), "was served to a moment but from none");
}

/// Issued = waiting + at counters + held + finished, of which the queues know only the first.
void check_totals(findings& found, const site_state& state)
{
    for (const auto& service : state.settings().services) {
        const auto waiting = std::ranges::count_if(state.tickets(), [&](const ticket& one) {
            return one.state == ticket_state::waiting && one.service == service.code;
        });
        found.must(state.waiting().waiting(service.code) == waiting, "service " + service.code,
                   "queues another number of tickets than wait for it");
    }
}

// The way of a ticket: whether an event leads on from a state.
bool leads_on(const ticket_called&, ticket_state from) { return from == waiting; }
bool leads_on(const ticket_started&, ticket_state from) { return from == called; }
bool leads_on(const ticket_finished&, ticket_state from) { return occupies_counter(from); }
bool leads_on(const ticket_priority_set&, ticket_state from) { return !is_finished(from); }
bool leads_on(const ticket_note_set&, ticket_state from) { return !is_finished(from); }
bool leads_on(const ticket_no_show&, ticket_state from) { return from == called; }
bool leads_on(const ticket_held&, ticket_state from) { return occupies_counter(from); }
bool leads_on(const ticket_resumed&, ticket_state from) { return from == held; }
bool leads_on(const ticket_released&, ticket_state from) { return from == held || from == waiting; }
bool leads_on(const ticket_postponed&, ticket_state from) { return from == waiting; }
bool leads_on(const ticket_transferred&, ticket_state from) { return !is_finished(from); }

bool leads_on(const ticket_cancelled&, ticket_state from)
{
    return from == waiting || from == called || from == held;
}

/// Announced again while called, or back from a no-show.
bool leads_on(const ticket_recalled& body, ticket_state from)
{
    return (body.state == waiting && from == no_show) || (body.state == called && from == called);
}

bool leads_on(const ticket_closed& body, ticket_state from)
{
    return !is_finished(from) && is_finished(body.state);
}

/// Why no ticket can go to counter `code`, if none can.
std::string why_not_at(const site_state& state, const std::optional<counter_code>& code,
                       const std::string& verb)
{
    const auto* at = code ? state.find_counter(*code) : nullptr;
    if (at == nullptr || at->current) {
        return verb + " a counter that is unknown or has a ticket";
    }
    return at->state == counter_state::closed ? verb + " a counter that is closed" : "";
}

/// What holds for every event that changes a ticket.
template <class Body>
std::string why_not_on_its_way(const site_state& state, const Body& body)
{
    const auto* one = state.find(body.ticket);
    if (one == nullptr) {
        return "is about a ticket that is not of today";
    }
    if (!leads_on(body, one->state)) {
        return "cannot follow for a ticket that is " + name_of(one->state);
    }
    return {};
}

} // namespace

void check_tickets(findings& found, const site_state& state)
{
    check_order(found, state);
    check_numbers(found, state);
    for (const auto& one : state.tickets()) {
        check_place(found, state, one);
    }
    check_totals(found, state);
}

std::string why_not(const site_state& state, const ticket_issued& body)
{
    if (static_cast<std::int64_t>(body.ticket) != state.last_ticket() + 1) {
        return "issues a ticket out of order";
    }
    if (state.day() != body.day) {
        return "issues a ticket for a day that is not open";
    }
    if (find_service(state.settings(), body.service) == nullptr) {
        return "issues a ticket for an unknown service";
    }
    if (body.appointment) {
        if (auto why = why_not_checked_in(state, *body.appointment, body.service); !why.empty()) {
            return why;
        }
    }
    if (body.block) {
        return why_not_from_block(state, *body.block, body.number, body.day);
    }
    return body.number > 0 ? "" : "issues a ticket without a number";
}

std::string why_not(const site_state& state, const ticket_logged& body)
{
    if (static_cast<std::int64_t>(body.ticket) != state.last_ticket() + 1) {
        return "issues a ticket out of order";
    }
    if (!state.day() || body.day > *state.day()) {
        return "logs a ticket of a day to come";
    }
    return why_not_from_block(state, body.block, body.number, body.day);
}

std::string why_not(const site_state& state, const ticket_called& body)
{
    auto why = why_not_on_its_way(state, body);
    if (!why.empty()) {
        return why;
    }
    const auto& reserved = state.at(body.ticket).reserved_for;
    if (reserved && *reserved != body.counter) {
        return "calls a ticket that is reserved for another counter";
    }
    return why_not_at(state, body.counter, "calls to");
}

std::string why_not(const site_state& state, const ticket_recalled& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const ticket_started& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const ticket_finished& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const ticket_no_show& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const ticket_postponed& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const ticket_held& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const ticket_resumed& body)
{
    auto why = why_not_on_its_way(state, body);
    return why.empty() ? why_not_at(state, state.at(body.ticket).counter, "resumes at") : why;
}

std::string why_not(const site_state& state, const ticket_released& body)
{
    auto why = why_not_on_its_way(state, body);
    if (!why.empty()) {
        return why;
    }
    const auto& released = state.at(body.ticket);
    return released.state == held || released.reserved_for ? "" : "releases a ticket that is free";
}

std::string why_not(const site_state& state, const ticket_transferred& body)
{
    auto why = why_not_on_its_way(state, body);
    if (!why.empty()) {
        return why;
    }
    return find_service(state.settings(), body.service) != nullptr ? ""
                                                                   : "sends a ticket to an unknown service";
}

std::string why_not(const site_state& state, const ticket_cancelled& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const ticket_priority_set& body)
{
    auto why = why_not_on_its_way(state, body);
    if (!why.empty()) {
        return why;
    }
    return body.due <= state.at(body.ticket).ready ? "" : "puts a ticket behind those who came later";
}

std::string why_not(const site_state& state, const ticket_note_set& body)
{
    return why_not_on_its_way(state, body);
}

std::string why_not(const site_state& state, const notes_erased& body)
{
    if (state.day() != body.day) {
        return "erases the notes of a day that is not open";
    }
    return state.tickets_with_notes() == body.tickets ? ""
                                                      : "erases other notes than the tickets of its day have";
}

std::string why_not(const site_state& state, const ticket_closed& body)
{
    return why_not_on_its_way(state, body);
}

} // namespace motcua::domain
