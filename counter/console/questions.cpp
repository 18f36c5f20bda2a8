#include "counter/console/questions.hpp"
#include "counter/console/rules.hpp"
#include "counter/limits.hpp"

#include <algorithm>

namespace motcua::counter::console {

using protocol::counter_state;

namespace {

/// A citizen needs time to come, and a second call.
bool is_hasty_no_show(const state& state)
{
    return state.current && (since_call(state) < limits::hasty_no_show || state.current->calls < 2);
}

/// Why first; and for a reason how long it will take.
std::optional<sheet> reason_or_until(const state& state, const wish& wish)
{
    if (!wish.reason) {
        return wish.action == action::hold ? hold_sheet(state) : pause_sheet(state);
    }
    return state.time ? std::optional(until_sheet(state, wish)) : std::nullopt;
}

} // namespace

std::optional<sheet> question_before(const state& state, const wish& wish)
{
    if (wish.is_sure) {
        return std::nullopt;
    }
    switch (wish.action) {
    case action::finish_and_call:
        return since_call(state) < limits::hasty_next ? hasty_next_sheet(state) : std::nullopt;
    case action::no_show:
        return is_hasty_no_show(state) ? no_show_sheet(state) : std::nullopt;
    case action::transfer:
        return wish.to ? std::nullopt : transfer_sheet(state);
    case action::hold:
    case action::pause:
        return reason_or_until(state, wish);
    case action::correct_priority: {
        const auto* about = find_ticket(state, wish.ticket);
        return wish.priority || !about ? std::nullopt : priority_sheet(*about);
    }
    case action::set_note: {
        const auto* about = find_ticket(state, wish.ticket);
        return wish.note || !about ? std::nullopt : note_sheet(state, *about);
    }
    case action::issue:
        return !wish.to ? issue_sheet(state) : !wish.priority ? issue_priority_sheet(*wish.to) : std::nullopt;
    default:
        return std::nullopt;
    }
}

namespace {

/// A question about the current ticket with one answer.
sheet confirmation(sheet_kind kind, const ticket& about, action action)
{
    return {kind, about.id, about.number, {{.action = action, .ticket = about.id, .is_sure = true}}};
}

/// `asked` with `plain` as its first choice, which is carried out at once, and a reason of the office's list
/// in each of the others; nothing where the office has no list.
std::optional<sheet> reason_sheet(sheet asked, wish plain, const std::vector<protocol::bilingual>& reasons)
{
    if (reasons.empty()) {
        return std::nullopt;
    }
    asked.choices.push_back(plain);
    asked.choices.back().reason = std::string();
    asked.choices.back().is_sure = true;
    for (const auto& one : reasons) {
        plain.reason = one.vi;
        asked.choices.push_back(plain);
    }
    asked.first_digit = 0;
    return asked;
}

/// `asked` with `plain` in each class, first in none.
sheet class_sheet(sheet asked, wish plain)
{
    using enum protocol::priority;
    for (const auto one : {none, elderly, disabled, pregnant, infant, merit}) {
        plain.priority = one;
        asked.choices.push_back(plain);
    }
    asked.first_digit = 0;
    return asked;
}

} // namespace

std::optional<sheet> hasty_next_sheet(const state& state)
{
    if (!state.current) {
        return std::nullopt;
    }
    return confirmation(sheet_kind::hasty_next, *state.current, action::finish_and_call);
}

std::optional<sheet> no_show_sheet(const state& state)
{
    if (!state.current) {
        return std::nullopt;
    }
    return confirmation(sheet_kind::no_show, *state.current, action::no_show);
}

std::optional<sheet> hold_sheet(const state& state)
{
    if (!state.current) {
        return std::nullopt;
    }
    return reason_sheet({sheet_kind::hold, state.current->id, state.current->number, {}},
                        {action::hold, state.current->id}, state.settings.hold_reasons);
}

std::optional<sheet> pause_sheet(const state& state)
{
    return reason_sheet({sheet_kind::pause, {}, {}, {}}, {action::pause}, state.settings.pause_reasons);
}

sheet until_sheet(const state& state, wish wish)
{
    const auto* about = find_ticket(state, wish.ticket);
    sheet asked{sheet_kind::until, wish.ticket, about ? about->number : "", {}};
    asked.first_digit = 0;
    wish.is_sure = true;
    wish.until.reset();
    asked.choices.push_back(wish);
    const auto offer = [&](std::chrono::local_seconds end) {
        const std::chrono::sys_seconds utc{end.time_since_epoch() - state.offset};
        wish.until = base::timestamp{utc, state.offset};
        asked.choices.push_back(wish);
    };
    // Whole minutes, as the clock on the wall shows them.
    const auto now = std::chrono::floor<std::chrono::minutes>(*state.time);
    for (const auto pause : limits::pauses) {
        offer(now + pause);
    }
    if (const auto end = break_end(state)) {
        offer(*end);
    }
    return asked;
}

std::optional<sheet> priority_sheet(const ticket& ticket)
{
    auto asked = class_sheet({sheet_kind::priority, ticket.id, ticket.number, {}},
                             {action::correct_priority, ticket.id});
    asked.chosen = static_cast<std::size_t>(ticket.priority);
    return asked;
}

std::optional<sheet> issue_sheet(const state& state)
{
    sheet asked{sheet_kind::issue, {}, {}, {}};
    for (const auto& known : state.services) {
        asked.choices.push_back({action::issue, {}, destination{false, known.code}});
    }
    asked.first_digit = 1;
    return asked.choices.empty() ? std::nullopt : std::optional(asked);
}

std::optional<sheet> issue_priority_sheet(const destination& service)
{
    return class_sheet({sheet_kind::issue_priority, {}, {}, {}}, {action::issue, {}, service});
}

std::optional<sheet> transfer_sheet(const state& state)
{
    if (!state.current) {
        return std::nullopt;
    }
    sheet asked{sheet_kind::transfer, state.current->id, state.current->number, {}};
    for (const auto& known : state.services) {
        if (known.code != state.current->service) {
            asked.choices.push_back({action::transfer, asked.ticket, destination{false, known.code}});
        }
    }
    // Last the counters where nobody would call the number.
    auto others = state.other_counters;
    const auto calls = [](const counter_view& view) { return view.state != counter_state::closed; };
    std::stable_partition(others.begin(), others.end(), calls);
    for (const auto& other : others) {
        asked.choices.push_back({action::transfer, asked.ticket, destination{true, other.code}});
    }
    if (asked.choices.empty()) {
        return std::nullopt;
    }
    return asked;
}

std::optional<sheet> note_sheet(const state& state, const ticket& ticket)
{
    sheet asked{sheet_kind::note, ticket.id, ticket.number, {{action::set_note, ticket.id}}};
    if (const auto* known = find_note(state, ticket.id)) {
        asked.text = known->text;
    }
    return asked;
}

std::optional<sheet> outcome_sheet(const state& state)
{
    if (!state.current) {
        return std::nullopt;
    }
    sheet asked{sheet_kind::outcome, state.current->id, state.current->number, {}};
    using enum protocol::finish_outcome;
    for (const auto how : {documents_missing, wrong_service, left}) {
        asked.choices.push_back({action::finish, asked.ticket, {}, how});
    }
    return asked;
}

std::optional<sheet> ticket_sheet(const state& state, const ticket& ticket)
{
    sheet asked{sheet_kind::ticket, ticket.id, ticket.number, {}};
    if (waits_here(state, ticket)) {
        asked.choices.push_back({action::call, ticket.id});
    }
    asked.choices.push_back({action::correct_priority, ticket.id});
    asked.choices.push_back({action::set_note, ticket.id});
    asked.choices.push_back({action::cancel, ticket.id});
    return asked;
}

std::optional<sheet> cancel_sheet(const ticket& ticket)
{
    return sheet{sheet_kind::cancel, ticket.id, ticket.number, {{action::cancel, ticket.id}}};
}

std::optional<sheet> close_sheet() { return sheet{sheet_kind::close, {}, {}, {{action::close}}}; }

std::optional<sheet> sign_out_sheet() { return sheet{sheet_kind::sign_out, {}, {}, {{action::sign_out}}}; }

} // namespace motcua::counter::console
