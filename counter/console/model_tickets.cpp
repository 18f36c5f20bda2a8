// Where the tickets belong, and what goes with those that leave.

#include "counter/console/model.hpp"
#include "counter/console/rules.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console {

using protocol::ticket_state;

/// Lists `changed` where its state belongs, and nowhere else.
void model::place(const ticket& changed)
{
    const auto same = [&](const ticket& other) { return other.id == changed.id; };
    const bool here = changed.counter == state_.counter.code;
    for (auto* list : {&everyone_, &elsewhere_, &state_.held, &state_.no_shows}) {
        std::erase_if(*list, same);
    }
    if (here && at_counter(changed.state)) {
        state_.current = changed;
    } else if (state_.current && same(*state_.current)) {
        state_.current.reset();
    }
    const bool is_held = changed.state == ticket_state::held;
    if (here && is_held) {
        state_.held.push_back(changed);
    }
    if (!here && (is_held || at_counter(changed.state))) {
        elsewhere_.push_back(changed);
    }
    if (changed.state == ticket_state::no_show) {
        state_.no_shows.insert(state_.no_shows.begin(), changed);
    }
    if (changed.state == ticket_state::waiting) {
        everyone_.insert(std::ranges::upper_bound(everyone_, changed.due_at, {}, &ticket::due_at), changed);
    }
    choose_waiting();
}

/// The ticket is finished: the answer to its order says so before the feed does.
void model::take_away(const std::string& ticket)
{
    if (state_.current && state_.current->id == ticket) {
        state_.current.reset();
    }
}

/// The tickets that this counter may call, of all that wait.
void model::choose_waiting()
{
    state_.waiting.clear();
    for (const auto& t : everyone_) {
        if (waits_here(state_, t)) {
            state_.waiting.push_back(t);
        }
    }
    find_typed();
}

/// Every ticket of the hall whose number has the typed letters; first those that end with them, so that "12"
/// finds A012 before A120.
void model::find_typed()
{
    state_.found.clear();
    if (state_.search.empty()) {
        return;
    }
    const auto look_at = [&](const ticket& one) {
        if (one.number.find(state_.search) != one.number.npos) {
            state_.found.push_back(one);
        }
    };
    if (state_.current) {
        look_at(*state_.current);
    }
    for (const auto* list : {&state_.held, &elsewhere_, &state_.no_shows, &everyone_}) {
        std::ranges::for_each(*list, look_at);
    }
    std::stable_partition(state_.found.begin(), state_.found.end(),
                          [&](const ticket& one) { return one.number.ends_with(state_.search); });
}

/// Reports the order without an answer once the state shows that it was carried out.
void model::see_unanswered(moment now)
{
    if (!state_.unanswered || !shows(state_, state_.unanswered->wish)) {
        return;
    }
    auto seen = *std::exchange(state_.unanswered, std::nullopt);
    if (seen.number.empty() && state_.current) {
        seen.number = state_.current->number;
    }
    notify_done(std::move(seen), true, now);
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
    // A class can be corrected here and there, and a note written.
    if (about && (state_.sheet->kind == sheet_kind::priority || state_.sheet->kind == sheet_kind::note)) {
        return;
    }
    if (gone || (about && listed_only != (about->state == ticket_state::waiting))) {
        state_.sheet.reset();
    }
}

} // namespace motcua::counter::console
