// The notes that officers leave on tickets: which are read, and how one is written.

#include "counter/console/model.hpp"
#include "counter/console/questions.hpp"
#include "counter/console/rules.hpp"

#include <algorithm>

namespace motcua::counter::console {

namespace {

/// The tickets that are looked at and have a note.
std::vector<std::string> noted_tickets(const state& state)
{
    std::vector<std::string> seen;
    const auto look_at = [&](const std::string& id) {
        const auto* ticket = find_ticket(state, id);
        if (ticket && ticket->has_note && std::ranges::count(seen, id) == 0) {
            seen.push_back(id);
        }
    };
    if (state.current) {
        look_at(state.current->id);
    }
    look_at(state.selected);
    if (state.sheet) {
        look_at(state.sheet->ticket);
    }
    return seen;
}

} // namespace

/// A note is read while its ticket is looked at, and forgotten after that: it may be about a person.
void model::tend_notes()
{
    const auto seen = noted_tickets(state_);
    const auto is_seen = [&](const known_note& one) { return std::ranges::count(seen, one.ticket) > 0; };
    for (auto& one : state_.notes) {
        if (!is_seen(one)) {
            std::ranges::fill(one.text, '\0');
        }
    }
    std::erase_if(state_.notes, [&](const known_note& one) { return !is_seen(one); });
    if (state_.contact != contact::connected) {
        return;
    }
    for (const auto& id : seen) {
        auto& known = note_on(id);
        if (known.progress == note_progress::old) {
            known.progress = note_progress::asked;
            note_requests_.push_back({id});
        }
    }
}

/// What is known of the note on a ticket, now or from now on.
known_note& model::note_on(const std::string& ticket)
{
    const auto known = std::ranges::find(state_.notes, ticket, &known_note::ticket);
    return known != state_.notes.end() ? *known : state_.notes.emplace_back(known_note{ticket});
}

std::optional<order> model::on(const note_came& input, moment)
{
    if (!find_note(state_, input.ticket)) {
        return {};
    }
    auto& known = note_on(input.ticket);
    known.text = input.text;
    known.progress = input.text.empty() ? note_progress::failed : note_progress::came;
    auto& asked = state_.sheet;
    if (asked && asked->kind == sheet_kind::note && asked->ticket == input.ticket && !asked->is_typed) {
        asked->text = input.text;
    }
    ++revision_;
    return {};
}

/// Asked for again with the next lists.
std::optional<order> model::on(const note_failed& input, moment)
{
    if (find_note(state_, input.ticket)) {
        note_on(input.ticket).progress = note_progress::failed;
        ++revision_;
    }
    return {};
}

std::optional<order> model::on(const pressed_note& input, moment now)
{
    if (state_.sheet) {
        return complain("console.answer_first", now);
    }
    return try_to({action::set_note, input.ticket}, now);
}

/// What is typed into the sheet goes on from here.
void model::change_note(const std::function<void(std::string&)>& change)
{
    change(state_.sheet->text);
    state_.sheet->is_typed = true;
    ++revision_;
}

std::optional<order> model::on(const cleared&, moment now)
{
    if (!state_.sheet || state_.sheet->kind != sheet_kind::note) {
        return {};
    }
    change_note([](std::string& text) { text.clear(); });
    return on(confirmed{}, now);
}

/// Sends what was typed, unless that changes nothing. While it cannot be sent it stays in the sheet.
std::optional<order> model::write_note(const sheet& asked, moment now)
{
    auto wanted = asked.choices.front();
    auto text = asked.text;
    text.erase(text.find_last_not_of(' ') + 1);
    const auto* about = find_ticket(state_, wanted.ticket);
    const auto* known = find_note(state_, wanted.ticket);
    const auto before = known ? known->text : std::string();
    const bool had_one = about && about->has_note;
    const bool is_same = text.empty() ? !had_one : had_one && text == before;
    if (!asked.is_typed || is_same) {
        return {};
    }
    wanted.note = std::move(text);
    if (!offered(state_, wanted)) {
        ask(asked);
        return complain(why_not(state_, wanted), now);
    }
    return try_to(wanted, now);
}

} // namespace motcua::counter::console
