// What the server tells, and where it puts the tickets.

#include "counter/console/model.hpp"
#include "counter/console/rules.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console {

using protocol::ticket_state;

namespace {

/// The key of the text that tells why the server refused.
std::string refusal_words(const std::string& code)
{
    if (code == "wrong_state" || code == "busy" || code == "counter_closed" || code == "not_your_ticket" ||
        code == "unknown_ticket") {
        return "console.refused.changed";
    }
    return "console.refused";
}

} // namespace

model::effect model::on(const identified& e, moment)
{
    state_.counter.code = e.counter;
    state_.office = e.office;
    state_.office_en = e.office_en;
    state_.officer = e.officer;
    ++revision_;
    return {};
}

model::effect model::on(const not_a_counter&, moment)
{
    set_contact(contact::not_a_counter);
    return {};
}

model::effect model::on(const device_refused&, moment)
{
    set_contact(contact::refused);
    return {};
}

model::effect model::on(const connection_changed& e, moment now)
{
    const bool back = e.connected && state_.contact == contact::away;
    if (back && state_.unanswered) {
        tell("console.unanswered", now);
    }
    set_contact(e.connected ? contact::connected : contact::away);
    return {};
}

model::effect model::on(const services_arrived& e, moment)
{
    state_.services = e.services;
    ++revision_;
    return {};
}

model::effect model::on(const board_arrived& e, moment now)
{
    anchor_ = anchor{e.time, now};
    state_.other_counters.clear();
    for (const auto& c : e.counters) {
        if (c.code == state_.counter.code) {
            state_.counter = c;
        } else {
            state_.other_counters.push_back(c);
        }
    }
    choose_waiting();
    see_unanswered(now);
    ++revision_;
    return on(ticked{}, now);
}

model::effect model::on(const counter_changed& e, moment now)
{
    auto* known = &state_.counter;
    if (e.counter.code != state_.counter.code) {
        const auto other = std::ranges::find(state_.other_counters, e.counter.code, &counter_view::code);
        if (other == state_.other_counters.end()) {
            return {};
        }
        known = &*other;
    }
    *known = e.counter;
    choose_waiting();
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const waiting_arrived& e, moment)
{
    everyone_ = e.tickets;
    choose_waiting();
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const others_arrived& e, moment now)
{
    state_.current.reset();
    state_.held.clear();
    state_.absent.clear();
    auto tickets = e.tickets;
    std::ranges::stable_sort(tickets, {}, &ticket::called_at);
    for (const auto& t : tickets) {
        place(t);
    }
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const ticket_changed& e, moment now)
{
    place(e.ticket);
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

model::effect model::on(const done& e, moment now)
{
    auto order = settle(e.key);
    if (!order) {
        return {};
    }
    if (e.ticket) {
        place(*e.ticket);
        order->number = e.ticket->number;
    }
    forget_what_is_gone();
    tell_done(std::move(*order), interrupted_, now);
    return go_on(now);
}

model::effect model::on(const nobody_waits& e, moment now)
{
    if (!settle(e.key)) {
        return {};
    }
    auto next = go_on(now);
    if (!next) {
        tell("console.nobody", now);
    }
    return next;
}

model::effect model::on(const refused& e, moment now)
{
    if (!settle(e.key)) {
        return {};
    }
    // What was wished after it was wished of a state that is not.
    state_.remembered.reset();
    tell(refusal_words(e.code), now);
    return {};
}

model::effect model::on(const unanswered& e, moment now)
{
    if (state_.awaited && state_.awaited->key == e.key) {
        give_up(now);
    }
    return {};
}

/// Puts `t` where its state says that it belongs, and nowhere else.
void model::place(const ticket& t)
{
    const auto same = [&](const ticket& o) { return o.id == t.id; };
    const bool here = t.counter == state_.counter.code;
    for (auto* list : {&everyone_, &state_.held, &state_.absent}) {
        std::erase_if(*list, same);
    }
    if (here && at_counter(t.state)) {
        state_.current = t;
    } else if (state_.current && same(*state_.current)) {
        state_.current.reset();
    }
    if (here && t.state == ticket_state::held) {
        state_.held.push_back(t);
    }
    if (here && t.state == ticket_state::no_show) {
        state_.absent.insert(state_.absent.begin(), t);
        if (state_.absent.size() > limits::absent) {
            state_.absent.pop_back();
        }
    }
    if (t.state == ticket_state::waiting) {
        everyone_.insert(std::ranges::upper_bound(everyone_, t.due_at, {}, &ticket::due_at), t);
    }
    choose_waiting();
}

/// Of all who wait, those whom this counter may call.
void model::choose_waiting()
{
    state_.waiting.clear();
    for (const auto& t : everyone_) {
        if (waits_here(state_, t)) {
            state_.waiting.push_back(t);
        }
    }
}

/// Tells of the order without an answer once it shows that it was carried out.
void model::see_unanswered(moment now)
{
    if (!state_.unanswered || !shows(state_, state_.unanswered->wish)) {
        return;
    }
    auto seen = *std::exchange(state_.unanswered, std::nullopt);
    if (seen.number.empty() && state_.current) {
        seen.number = state_.current->number;
    }
    tell_done(std::move(seen), true, now);
}

/// A sheet or a selection whose ticket has left goes with it.
void model::forget_what_is_gone()
{
    if (!find_ticket(state_, state_.selected)) {
        state_.selected.clear();
    }
    if (!state_.sheet) {
        return;
    }
    const auto* about = find_ticket(state_, state_.sheet->ticket);
    const bool gone = !state_.sheet->ticket.empty() && !about;
    const bool listed_only =
        state_.sheet->kind == sheet_kind::ticket || state_.sheet->kind == sheet_kind::cancel;
    if (gone || (about && listed_only != (about->state == ticket_state::waiting))) {
        state_.sheet.reset();
    }
}

void model::set_contact(contact c)
{
    if (state_.contact != c) {
        ++revision_;
    }
    state_.contact = c;
    if (c == contact::away && state_.awaited) {
        interrupted_ = true;
    }
}

} // namespace motcua::counter::console
