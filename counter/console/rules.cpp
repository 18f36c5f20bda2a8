#include "counter/console/rules.hpp"
#include "counter/console/actions.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::counter::console {
namespace {

using protocol::counter_state;
using protocol::ticket_state;

bool concerns_counter(action action) { return !row_of(action).is_of_ticket; }

bool is_about_class(action action)
{
    return action == action::confirm_priority || action == action::refuse_priority ||
           action == action::correct_priority;
}

/// The ticket that `action` is about; null: there is none. See wish_of.
const ticket* subject_of(const state& state, action action)
{
    const auto* current = state.current ? &*state.current : nullptr;
    if (action == action::set_note) {
        const auto* selected = find_ticket(state, state.selected);
        return selected && row_of(action).fits(state, selected) ? selected : current;
    }
    if (!is_about_class(action) || (current && has_open_class(*current))) {
        return current;
    }
    const auto* selected = find_ticket(state, state.selected);
    return selected && selected->state == ticket_state::waiting ? selected : current;
}

} // namespace

bool has_open_class(const ticket& ticket)
{
    return (at_counter(ticket.state) || ticket.state == ticket_state::waiting) &&
           ticket.priority != protocol::priority::none && !ticket.priority_confirmed;
}

bool at_counter(ticket_state now) { return now == ticket_state::called || now == ticket_state::serving; }

bool fits(const state& state, const wish& wish)
{
    const auto& row = row_of(wish.action);
    const auto* about = row.is_of_ticket ? find_ticket(state, wish.ticket) : nullptr;
    return (about || !row.is_of_ticket) && row.fits(state, about);
}

bool offered(const state& state, const wish& wish)
{
    return state.contact == contact::connected && fits(state, wish);
}

bool allowed(const state& state, const wish& wish) { return offered(state, wish) && !state.awaited; }

bool shows(const state& state, const wish& wish)
{
    const bool is_current = state.current && state.current->id == wish.ticket;
    switch (wish.action) {
    case action::call_next:
        return state.current.has_value();
    case action::call:
    case action::resume:
        return is_current;
    case action::transfer:
    case action::finish_and_call:
        return !is_current;
    case action::confirm_priority:
    case action::refuse_priority:
    case action::correct_priority: {
        const auto* about = find_ticket(state, wish.ticket);
        return about && about->priority == wish.priority && about->priority_confirmed;
    }
    case action::set_note: {
        const auto* about = find_ticket(state, wish.ticket);
        const auto* known = find_note(state, wish.ticket);
        const auto wanted = wish.note.value_or("");
        return about &&
               (wanted.empty() ? !about->has_note : about->has_note && known && known->text == wanted);
    }
    case action::recall: // one call looks like the next
    case action::cancel: // another counter may have called it
    case action::issue:  // nothing shows who issued a number
        return false;
    default:
        return !fits(state, wish);
    }
}

std::string why_not(const state& state, const wish& wish)
{
    if (wish.action == action::close && state.counter.state == counter_state::closed) {
        return "console.closed_already";
    }
    const auto* about = find_ticket(state, wish.ticket);
    if (wish.action == action::refuse_priority && about) {
        return "console.no_class";
    }
    if (wish.action == action::set_note && about) {
        return "console.elsewhere";
    }
    const bool wants_free_counter = concerns_counter(wish.action) || (about && !at_counter(about->state));
    if (wants_free_counter) {
        return state.current ? "console.busy" : "console.not_open";
    }
    if (!about) {
        return "console.no_number";
    }
    return wish.action == action::finish_and_call ? "console.not_open" : "console.in_service";
}

wish wish_of(const state& state, action action)
{
    wish w{action == action::call_next && state.current ? action::finish_and_call : action};
    const auto* about = concerns_counter(w.action) ? nullptr : subject_of(state, action);
    if (!about) {
        return w;
    }
    w.ticket = about->id;
    if (action == action::confirm_priority && !has_open_class(*about)) {
        w.action = action::correct_priority;
    } else if (action == action::confirm_priority) {
        w.priority = about->priority;
    } else if (action == action::refuse_priority) {
        w.priority = protocol::priority::none;
    }
    return w;
}

const ticket* find_ticket(const state& state, const std::string& id)
{
    if (state.current && state.current->id == id) {
        return &*state.current;
    }
    for (const auto* list : {&state.waiting, &state.held, &state.no_shows, &state.found}) {
        const auto at = std::ranges::find(*list, id, &ticket::id);
        if (at != list->end()) {
            return &*at;
        }
    }
    return nullptr;
}

const known_note* find_note(const state& state, const std::string& ticket)
{
    const auto found = std::ranges::find(state.notes, ticket, &known_note::ticket);
    return found == state.notes.end() ? nullptr : &*found;
}

std::vector<const ticket*> listed(const state& state)
{
    std::vector<const ticket*> all;
    const auto add = [&all](const std::vector<ticket>& list) {
        std::ranges::transform(list, std::back_inserter(all), [](const ticket& one) { return &one; });
    };
    switch (state.list) {
    case list_kind::waiting:
        add(state.waiting);
        add(state.held);
        break;
    case list_kind::held:
        add(state.held);
        break;
    case list_kind::no_shows:
        add(state.no_shows);
        break;
    case list_kind::found:
        add(state.found);
        break;
    }
    return all;
}

bool waits_here(const state& state, const ticket& ticket)
{
    if (ticket.state != ticket_state::waiting) {
        return false;
    }
    if (!ticket.reserved_for.empty()) {
        return ticket.reserved_for == state.counter.code;
    }
    return std::ranges::count(state.counter.services, ticket.service) > 0;
}

std::size_t left_alone(const state& state)
{
    const auto calls = [](const counter_view& view, const ticket& ticket) {
        return view.state == counter_state::open && ticket.reserved_for.empty() &&
               std::ranges::count(view.services, ticket.service) > 0;
    };
    return static_cast<std::size_t>(std::ranges::count_if(state.waiting, [&](const ticket& ticket) {
        return std::ranges::none_of(state.other_counters,
                                    [&](const counter_view& view) { return calls(view, ticket); });
    }));
}

std::chrono::seconds waited(const state& state, const ticket& ticket)
{
    const auto until =
        ticket.state != ticket_state::waiting && ticket.called_at ? ticket.called_at : state.time;
    return until ? std::max(*until - ticket.issued_at, std::chrono::seconds(0)) : std::chrono::seconds(0);
}

std::optional<std::chrono::local_seconds> break_end(const state& state)
{
    if (!state.time || state.openings.empty() || *state.time < state.openings.front()) {
        return std::nullopt;
    }
    const auto next = std::ranges::upper_bound(state.openings, *state.time);
    return next == state.openings.end() ? std::nullopt : std::optional(*next);
}

const service* find_service(const state& state, const std::string& code)
{
    const auto found = std::ranges::find(state.services, code, &service::code);
    return found == state.services.end() ? nullptr : &*found;
}

std::chrono::seconds since_call(const state& state)
{
    const auto& called_at = state.current ? state.current->called_at : std::nullopt;
    return called_at && state.time ? std::max(*state.time - *called_at, std::chrono::seconds(0))
                                   : std::chrono::seconds(0);
}

} // namespace motcua::counter::console
