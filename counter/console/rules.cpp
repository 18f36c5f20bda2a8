#include "counter/console/rules.hpp"

#include <algorithm>
#include <array>

namespace motcua::counter::console {
namespace {

using protocol::counter_state;
using protocol::ticket_state;

bool concerns_counter(action a)
{
    return a == action::call_next || a == action::pause || a == action::open || a == action::close;
}

bool fits_counter(const state& s, action a)
{
    const bool open = s.counter.state == counter_state::open;
    switch (a) {
    case action::call_next:
        return open && !s.current;
    case action::pause:
        return open;
    case action::open:
        return !open;
    default:
        return s.counter.state != counter_state::closed && !s.current;
    }
}

bool fits_ticket(const state& s, action a, ticket_state now)
{
    switch (a) {
    case action::call:
        return now == ticket_state::waiting && s.counter.state == counter_state::open && !s.current;
    case action::recall:
        return now == ticket_state::called || now == ticket_state::no_show;
    case action::start:
    case action::no_show:
        return now == ticket_state::called;
    case action::finish:
        return now == ticket_state::serving;
    case action::hold:
        return at_counter(now);
    case action::resume:
        return now == ticket_state::held && s.counter.state != counter_state::closed && !s.current;
    case action::transfer:
        return at_counter(now) || now == ticket_state::waiting || now == ticket_state::held;
    case action::cancel:
        return now == ticket_state::waiting || now == ticket_state::called || now == ticket_state::held;
    default:
        return false;
    }
}

} // namespace

bool at_counter(ticket_state s) { return s == ticket_state::called || s == ticket_state::serving; }

bool fits(const state& s, const wish& w)
{
    if (concerns_counter(w.action)) {
        return fits_counter(s, w.action);
    }
    const auto* about = find_ticket(s, w.ticket);
    return about && fits_ticket(s, w.action, about->state);
}

bool offered(const state& s, const wish& w) { return s.contact == contact::connected && fits(s, w); }

bool allowed(const state& s, const wish& w) { return offered(s, w) && !s.awaited; }

bool shows(const state& s, const wish& w)
{
    const bool is_current = s.current && s.current->id == w.ticket;
    switch (w.action) {
    case action::call_next:
        return s.current.has_value();
    case action::call:
    case action::resume:
        return is_current;
    case action::transfer:
        return !is_current;
    case action::recall: // one call looks like the next
    case action::cancel: // another counter may have called it
        return false;
    default:
        return !fits(s, w);
    }
}

std::string why_not(const state& s, const wish& w)
{
    if (w.action == action::close && s.counter.state == counter_state::closed) {
        return "console.closed_already";
    }
    const auto* about = find_ticket(s, w.ticket);
    const bool wants_free_counter = concerns_counter(w.action) || (about && !at_counter(about->state));
    if (wants_free_counter) {
        return s.current ? "console.busy" : "console.not_open";
    }
    if (!about) {
        return "console.no_number";
    }
    return about->state == ticket_state::called ? "console.start_first" : "console.in_service";
}

wish wish_of(const state& s, action a)
{
    wish w{a};
    if (!concerns_counter(a) && s.current) {
        w.ticket = s.current->id;
    }
    return w;
}

const ticket* find_ticket(const state& s, const std::string& id)
{
    if (s.current && s.current->id == id) {
        return &*s.current;
    }
    for (const auto* one : listed(s)) {
        if (one->id == id) {
            return one;
        }
    }
    return nullptr;
}

std::vector<const ticket*> listed(const state& s)
{
    std::vector<const ticket*> all;
    for (const auto* list : {&s.held, &s.waiting, &s.absent}) {
        for (const auto& one : *list) {
            all.push_back(&one);
        }
    }
    return all;
}

bool waits_here(const state& s, const ticket& t)
{
    if (t.state != ticket_state::waiting) {
        return false;
    }
    if (!t.reserved_for.empty()) {
        return t.reserved_for == s.counter.code;
    }
    return std::ranges::count(s.counter.services, t.service) > 0;
}

std::size_t left_alone(const state& s)
{
    const auto calls = [](const counter_view& c, const ticket& t) {
        return c.state == counter_state::open && t.reserved_for.empty() &&
               std::ranges::count(c.services, t.service) > 0;
    };
    return static_cast<std::size_t>(std::ranges::count_if(s.waiting, [&](const ticket& t) {
        return std::ranges::none_of(s.other_counters, [&](const auto& c) { return calls(c, t); });
    }));
}

std::chrono::seconds waited(const state& s, const ticket& t)
{
    const auto until = t.state != ticket_state::waiting && t.called_at ? t.called_at : s.time;
    return until ? std::max(*until - t.issued_at, std::chrono::seconds(0)) : std::chrono::seconds(0);
}

const service* find_service(const state& s, const std::string& code)
{
    const auto found = std::ranges::find(s.services, code, &service::code);
    return found == s.services.end() ? nullptr : &*found;
}

std::optional<sheet> transfer_sheet(const state& s)
{
    if (!s.current) {
        return std::nullopt;
    }
    sheet asked{sheet_kind::transfer, s.current->id, s.current->number, {}};
    for (const auto& known : s.services) {
        if (known.code != s.current->service) {
            asked.choices.push_back({action::transfer, asked.ticket, destination{false, known.code}});
        }
    }
    // Last the counters where nobody would call the number.
    auto others = s.other_counters;
    const auto calls = [](const counter_view& c) { return c.state != counter_state::closed; };
    std::stable_partition(others.begin(), others.end(), calls);
    for (const auto& other : others) {
        asked.choices.push_back({action::transfer, asked.ticket, destination{true, other.code}});
    }
    if (asked.choices.empty()) {
        return std::nullopt;
    }
    return asked;
}

std::optional<sheet> outcome_sheet(const state& s)
{
    if (!s.current) {
        return std::nullopt;
    }
    sheet asked{sheet_kind::outcome, s.current->id, s.current->number, {}};
    using enum protocol::finish_outcome;
    for (const auto how : {documents_missing, wrong_service, left}) {
        asked.choices.push_back({action::finish, asked.ticket, {}, how});
    }
    return asked;
}

std::optional<sheet> ticket_sheet(const ticket& t)
{
    return sheet{sheet_kind::ticket, t.id, t.number, {{action::call, t.id}, {action::cancel, t.id}}};
}

std::optional<sheet> cancel_sheet(const ticket& t)
{
    return sheet{sheet_kind::cancel, t.id, t.number, {{action::cancel, t.id}}};
}

std::optional<sheet> close_sheet() { return sheet{sheet_kind::close, {}, {}, {{action::close}}}; }

} // namespace motcua::counter::console
