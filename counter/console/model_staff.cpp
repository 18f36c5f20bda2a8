// What the staff does: buttons, keys, the lists and the sheets.

#include "counter/console/model.hpp"
#include "counter/console/questions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/typing.hpp"
#include "counter/limits.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console {

using protocol::counter_state;
using protocol::ticket_state;

std::optional<order> model::on(const pressed& input, moment now)
{
    if (state_.sheet) {
        return complain("console.answer_first", now);
    }
    return try_to(wish_of(state_, input.action), now);
}

std::optional<order> model::on(const pressed_pause_or_open&, moment now)
{
    const bool open = state_.counter.state == counter_state::open;
    return on(pressed{open ? action::pause : action::open}, now);
}

std::optional<order> model::on(const pressed_outcomes&, moment now)
{
    return ask_before(wish_of(state_, action::finish), outcome_sheet(state_), now);
}

std::optional<order> model::on(const pressed_close&, moment now)
{
    return ask_before(wish_of(state_, action::close), close_sheet(), now);
}

/// Leaving is always possible: without the server the session is forgotten here, and ends there by itself.
std::optional<order> model::on(const pressed_sign_out&, moment now)
{
    if (!state_.is_session || state_.sheet) {
        return {};
    }
    if (state_.contact != contact::connected) {
        return on(signed_out{}, now);
    }
    if (state_.current) {
        ask(sign_out_sheet());
        return {};
    }
    return try_to({action::sign_out}, now);
}

std::optional<order> model::on(const moved& input, moment)
{
    const auto step = [&](int from, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(from + input.by, 0, static_cast<int>(count) - 1));
    };
    if (state_.sheet) {
        state_.sheet->chosen = step(static_cast<int>(state_.sheet->chosen), state_.sheet->choices.size());
    } else {
        const auto all = listed(state_);
        if (all.empty()) {
            return {};
        }
        const auto at = std::ranges::find(all, state_.selected, &ticket::id);
        // Without a selection the first step comes in from the end that it leads away from.
        const auto from = at != all.end() ? static_cast<int>(at - all.begin())
                          : input.by > 0  ? -1
                                          : static_cast<int>(all.size());
        state_.selected = all[step(from, all.size())]->id;
    }
    ++revision_;
    return {};
}

std::optional<order> model::on(const moved_across& input, moment now)
{
    if (!state_.sheet) {
        constexpr int lists = 3;
        const int shown = state_.list == list_kind::found ? 0 : static_cast<int>(state_.list);
        return on(showed{static_cast<list_kind>((shown + input.by + lists) % lists)}, now);
    }
    if (state_.sheet->kind != sheet_kind::transfer) {
        return {};
    }
    const auto& choices = state_.sheet->choices;
    auto& chosen = state_.sheet->chosen;
    // Services come first, counters behind them.
    const auto is_service = [](const wish& wish) { return !wish.to->to_counter; };
    const auto services = static_cast<std::size_t>(std::ranges::count_if(choices, is_service));
    const auto counters = choices.size() - services;
    if (input.by > 0 && chosen < services && counters > 0) {
        chosen = services + std::min(chosen, counters - 1);
    } else if (input.by < 0 && chosen >= services && services > 0) {
        chosen = std::min(chosen - services, services - 1);
    }
    ++revision_;
    return {};
}

std::optional<order> model::on(const picked& input, moment now)
{
    const auto* about = find_ticket(state_, input.ticket);
    if (state_.sheet || !about) {
        return {};
    }
    state_.selected = input.ticket;
    ++revision_;
    const bool elsewhere = about->counter != state_.counter.code;
    if (elsewhere && (about->state == ticket_state::held || at_counter(about->state))) {
        return complain("console.elsewhere", now);
    }
    if (about->state == ticket_state::held) {
        return try_to({action::resume, input.ticket}, now);
    }
    if (about->state == ticket_state::no_show) {
        return try_to({action::recall, input.ticket}, now);
    }
    if (about->state == ticket_state::waiting && state_.contact == contact::connected) {
        ask(ticket_sheet(state_, *about));
    }
    return {};
}

std::optional<order> model::on(const chose& input, moment now)
{
    if (!state_.sheet || input.index >= state_.sheet->choices.size()) {
        return {};
    }
    state_.sheet->chosen = input.index;
    ++revision_;
    return on(confirmed{}, now);
}

std::optional<order> model::on(const showed& input, moment)
{
    if (state_.sheet) {
        return {};
    }
    search({});
    state_.list = input.list;
    state_.selected.clear();
    return {};
}

std::optional<order> model::choose_by_digit(char32_t letter, moment now)
{
    const auto& first = state_.sheet->first_digit;
    if (!first || letter < U'0' + static_cast<char32_t>(*first) || letter > U'9') {
        return {};
    }
    return on(chose{static_cast<std::size_t>(letter - U'0') - static_cast<std::size_t>(*first)}, now);
}

std::optional<order> model::on(const typed& input, moment now)
{
    const bool is_letter = (input.letter >= U'a' && input.letter <= U'z') ||
                           (input.letter >= U'A' && input.letter <= U'Z') ||
                           (input.letter >= U'0' && input.letter <= U'9');
    if (state_.sheet && state_.sheet->kind == sheet_kind::note) {
        change_note([&](std::string& text) { type_into(text, input.letter, protocol::note_letters); });
        return {};
    }
    if (state_.sheet) {
        return choose_by_digit(input.letter, now);
    }
    if (!is_letter || state_.search.size() >= limits::searched_letters) {
        return {};
    }
    const bool is_small = input.letter >= U'a';
    search(state_.search + static_cast<char>(is_small ? input.letter - U'a' + U'A' : input.letter));
    return {};
}

std::optional<order> model::on(const erased&, moment)
{
    if (state_.sheet && state_.sheet->kind == sheet_kind::note) {
        change_note(erase_last);
    } else if (!state_.sheet && !state_.search.empty()) {
        search(state_.search.substr(0, state_.search.size() - 1));
    }
    return {};
}

/// Lists the tickets with these letters, and selects the first, so that Return acts on it; without letters
/// those that wait.
void model::search(std::string letters)
{
    state_.search = std::move(letters);
    state_.list = state_.search.empty() ? list_kind::waiting : list_kind::found;
    find_typed();
    state_.selected = state_.found.empty() ? std::string() : state_.found.front().id;
    ++revision_;
}

std::optional<order> model::on(const confirmed&, moment now)
{
    if (!state_.sheet) {
        return on(picked{state_.selected}, now);
    }
    const auto asked = *std::exchange(state_.sheet, std::nullopt);
    const auto& w = asked.choices[asked.chosen];
    ++revision_;
    if (asked.kind == sheet_kind::note) {
        return write_note(asked, now);
    }
    if (w.action == action::cancel && asked.kind != sheet_kind::cancel) {
        if (const auto* about = find_ticket(state_, w.ticket)) {
            ask(cancel_sheet(*about));
        }
        return {};
    }
    return try_to(w, now);
}

std::optional<order> model::on(const left&, moment)
{
    // One thing at a time, the uppermost first.
    if (state_.sheet) {
        ask(std::nullopt);
    } else if (state_.remembered) {
        state_.remembered.reset();
    } else if (state_.notice) {
        state_.notice.reset();
    } else if (state_.list != list_kind::waiting) {
        search({});
    } else {
        state_.selected.clear();
    }
    ++revision_;
    return {};
}

std::optional<order> model::on(const ends&, moment)
{
    state_.remembered.reset();
    return {};
}

/// Opens the sheet that leads to `wish`, or says why that is not possible.
std::optional<order> model::ask_before(const wish& wish, std::optional<sheet> sheet, moment now)
{
    if (state_.sheet) {
        return complain("console.answer_first", now);
    }
    if (!offered(state_, wish)) {
        return complain(state_.awaited ? "console.slow" : why_not(state_, wish), now);
    }
    ask(std::move(sheet));
    return {};
}

} // namespace motcua::counter::console
