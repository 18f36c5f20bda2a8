// What the server reports.

#include "counter/console/model.hpp"
#include "counter/console/rules.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console {

using protocol::ticket_state;

namespace {

/// The key of the text about why the server refused.
std::string refusal_words(const std::string& code)
{
    if (code == "wrong_state" || code == "busy" || code == "counter_closed" || code == "not_your_ticket" ||
        code == "unknown_ticket") {
        return "console.refused.changed";
    }
    // All that keeps a service from issuing numbers now.
    if (code == "closed" || code == "suspended" || code == "quota_used" || code == "too_late_today") {
        return "console.refused.intake";
    }
    return "console.refused";
}

} // namespace

std::optional<order> model::on(const identified& input, moment)
{
    state_.counter.code = input.counter;
    state_.office = input.office;
    state_.office_en = input.office_en;
    state_.officer = input.officer;
    ++revision_;
    return {};
}

std::optional<order> model::on(const not_a_counter&, moment)
{
    set_contact(contact::not_a_counter);
    return {};
}

std::optional<order> model::on(const device_refused&, moment)
{
    set_contact(contact::refused);
    return {};
}

std::optional<order> model::on(const device_revoked&, moment)
{
    state_.is_revoked = true;
    ++revision_;
    return {};
}

std::optional<order> model::on(const sign_in_needed&, moment)
{
    state_.needs_sign_in = true;
    return {};
}

std::optional<order> model::on(const signed_out&, moment)
{
    state_.is_signed_out = true;
    return {};
}

std::optional<order> model::on(const connection_changed& input, moment now)
{
    const bool back = input.connected && state_.contact == contact::away;
    if (back && state_.unanswered) {
        notify_failed("console.unanswered", *state_.unanswered, now);
    }
    set_contact(input.connected ? contact::connected : contact::away);
    return {};
}

std::optional<order> model::on(const services_arrived& input, moment)
{
    state_.services = input.services;
    ++revision_;
    return {};
}

std::optional<order> model::on(const settings_arrived& input, moment)
{
    state_.settings = input.settings;
    ++revision_;
    return {};
}

std::optional<order> model::on(const board_arrived& input, moment now)
{
    clock_.set(input.time, now);
    state_.offset = input.offset;
    state_.other_counters.clear();
    for (const auto& c : input.counters) {
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

std::optional<order> model::on(const hours_arrived& input, moment)
{
    state_.openings = input.openings;
    return {};
}

std::optional<order> model::on(const counter_changed& input, moment now)
{
    if (input.counter.code == state_.counter.code) {
        state_.counter = input.counter;
    } else {
        const auto other = std::ranges::find(state_.other_counters, input.counter.code, &counter_view::code);
        if (other == state_.other_counters.end()) {
            return {};
        }
        *other = input.counter;
    }
    choose_waiting();
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

std::optional<order> model::on(const waiting_arrived& input, moment)
{
    everyone_ = input.tickets;
    choose_waiting();
    forget_what_is_gone();
    ++revision_;
    return {};
}

std::optional<order> model::on(const others_arrived& input, moment now)
{
    // What the feed did not bring may have changed a note too.
    for (auto& each : state_.notes) {
        each.progress = note_progress::old;
    }
    state_.current.reset();
    state_.held.clear();
    state_.no_shows.clear();
    elsewhere_.clear();
    auto tickets = input.tickets;
    std::ranges::stable_sort(tickets, {}, &ticket::called_at);
    for (const auto& t : tickets) {
        place(t);
    }
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

std::optional<order> model::on(const ticket_changed& input, moment now)
{
    place(input.ticket);
    if (input.is_note) {
        note_on(input.ticket.id).progress = note_progress::old;
    }
    see_unanswered(now);
    forget_what_is_gone();
    ++revision_;
    return {};
}

std::optional<order> model::on(const done& input, moment now)
{
    auto order = take_awaited(input.key);
    if (!order) {
        return {};
    }
    if (order->wish.action == action::finish_and_call) {
        take_away(order->wish.ticket);
    }
    if (input.ticket) {
        place(*input.ticket);
    }
    if (order->wish.note) {
        auto& written = note_on(order->wish.ticket);
        written.text = *order->wish.note;
        written.progress = note_progress::came;
    }
    if (input.ticket && order->number.empty()) {
        order->number = input.ticket->number;
    }
    forget_what_is_gone();
    const bool waits = input.ticket && input.ticket->state == ticket_state::waiting;
    if (waits && order->wish.action == action::recall) {
        state_.notice = notice{"console.done.returned", now, std::move(order)};
    } else if (waits && order->wish.priority && order->wish.action != action::issue) {
        state_.notice = notice{"console.done.class", now, std::move(order)};
    } else {
        notify_done(std::move(*order), interrupted_, now);
    }
    return go_on(now);
}

std::optional<order> model::on(const nobody_waits& input, moment now)
{
    auto order = take_awaited(input.key);
    if (!order) {
        return {};
    }
    const bool finished = order->wish.action == action::finish_and_call;
    if (finished) {
        take_away(order->wish.ticket);
        forget_what_is_gone();
    }
    auto next = go_on(now);
    if (!next && finished) {
        state_.notice = notice{"console.done.finish_last", now, std::move(order)};
    } else if (!next) {
        notify("console.nobody", now);
    }
    return next;
}

std::optional<order> model::on(const refused& input, moment now)
{
    auto order = take_awaited(input.key);
    if (!order) {
        return {};
    }
    // The later wish assumed that this one would succeed.
    notify_failed(refusal_words(input.code), std::move(*order), now);
    return {};
}

std::optional<order> model::on(const unanswered& input, moment now)
{
    if (state_.awaited && state_.awaited->key == input.key) {
        give_up(now);
    }
    return {};
}

void model::set_contact(contact contact)
{
    if (state_.contact != contact) {
        ++revision_;
    }
    state_.contact = contact;
    if (contact == contact::away && state_.awaited) {
        interrupted_ = true;
    }
}

} // namespace motcua::counter::console
