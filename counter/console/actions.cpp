#include "counter/console/actions.hpp"
#include "base/require.hpp"
#include "counter/console/rules.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace motcua::counter::console {
namespace {

using protocol::counter_state;
using protocol::ticket_state;

bool is_open(const state& state) { return state.counter.state == counter_state::open; }
bool is_closed(const state& state) { return state.counter.state == counter_state::closed; }
bool is_free(const state& state) { return !state.current; }

bool is_in(const ticket* about, std::initializer_list<ticket_state> states)
{
    return std::ranges::find(states, about->state) != states.end();
}

} // namespace

std::span<const action_row> action_rows()
{
    using enum protocol::ticket_state;
    static const std::array rows{
        action_row{
            .action = action::call_next,
            .key = "F2",
            .icon = "phone-call",
            .label = "console.do.call_next",
            .path = "/sites/{site}/counters/{counter}/call_next",
            .is_of_ticket = false,
            .meaning = pressed{action::call_next},
            .fits = [](const state& state, const ticket*) { return is_open(state) && is_free(state); }},
        action_row{.action = action::finish_and_call,
                   .key = "F2",
                   .icon = "phone-call",
                   .label = "console.do.finish_and_call",
                   .path = "/sites/{site}/counters/{counter}/call_next",
                   .meaning = pressed{action::call_next},
                   .fits =
                       [](const state& state, const ticket* about) {
                           return is_in(about, {called, serving}) && is_open(state);
                       }},
        action_row{.action = action::call,
                   .label = "console.do.call",
                   .choice = "console.choice.call",
                   .path = "/sites/{site}/counters/{counter}/call",
                   .meaning = pressed{action::call},
                   .fits =
                       [](const state& state, const ticket* about) {
                           return is_in(about, {waiting}) && is_open(state) && is_free(state);
                       }},
        action_row{.action = action::recall,
                   .key = "F3",
                   .icon = "rotate-ccw",
                   .label = "console.do.recall",
                   .path = "/tickets/{ticket}/recall",
                   .meaning = pressed{action::recall},
                   .fits =
                       [](const state&, const ticket* about) {
                           return is_in(about, {called, no_show});
                       }},
        action_row{.action = action::start,
                   .key = "F5",
                   .icon = "play",
                   .label = "console.do.start",
                   .path = "/tickets/{ticket}/start",
                   .meaning = pressed{action::start},
                   .fits = [](const state&, const ticket* about) { return is_in(about, {called}); }},
        action_row{.action = action::finish,
                   .key = "F4",
                   .icon = "check",
                   .label = "console.do.finish",
                   .path = "/tickets/{ticket}/finish",
                   .meaning = pressed{action::finish},
                   .fits =
                       [](const state&, const ticket* about) {
                           return is_in(about, {called, serving});
                       }},
        action_row{.action = action::finish, // with another outcome than "served", after a question
                   .key = "Shift F4",
                   .label = "console.do.outcomes",
                   .path = "/tickets/{ticket}/finish",
                   .meaning = pressed_outcomes{},
                   .fits =
                       [](const state&, const ticket* about) {
                           return is_in(about, {called, serving});
                       }},
        action_row{.action = action::no_show,
                   .key = "F6",
                   .icon = "user-x",
                   .label = "console.do.no_show",
                   .path = "/tickets/{ticket}/no_show",
                   .meaning = pressed{action::no_show},
                   .fits = [](const state&, const ticket* about) { return is_in(about, {called}); }},
        action_row{.action = action::transfer,
                   .key = "F7",
                   .icon = "arrow-left-right",
                   .label = "console.do.transfer",
                   .path = "/tickets/{ticket}/transfer",
                   .meaning = pressed{action::transfer},
                   .fits =
                       [](const state&, const ticket* about) {
                           return is_in(about, {called, serving, waiting, held});
                       }},
        action_row{.action = action::hold,
                   .key = "F8",
                   .icon = "pause",
                   .label = "console.do.hold",
                   .path = "/tickets/{ticket}/hold",
                   .meaning = pressed{action::hold},
                   .fits =
                       [](const state&, const ticket* about) {
                           return is_in(about, {called, serving});
                       }},
        action_row{.action = action::resume,
                   .icon = "play",
                   .label = "console.resume",
                   .path = "/tickets/{ticket}/resume",
                   .meaning = pressed{action::resume},
                   .fits =
                       [](const state& state, const ticket* about) {
                           return is_in(about, {held}) && !is_closed(state) && is_free(state);
                       }},
        action_row{.action = action::set_note,
                   .key = "Shift F7",
                   .icon = "sticky-note",
                   .label = "console.do.note",
                   .choice = "console.choice.note",
                   .path = "/tickets/{ticket}/note",
                   .meaning = pressed{action::set_note},
                   .fits =
                       [](const state& state, const ticket* about) {
                           return is_in(about, {waiting}) || (is_in(about, {called, serving, held}) &&
                                                              about->counter == state.counter.code);
                       }},
        action_row{.action = action::cancel,
                   .label = "console.do.cancel",
                   .choice = "console.choice.cancel",
                   .path = "/tickets/{ticket}/cancel",
                   .meaning = pressed{action::cancel},
                   .fits =
                       [](const state&, const ticket* about) {
                           return is_in(about, {waiting, called, held});
                       }},
        action_row{.action = action::confirm_priority,
                   .key = "F10",
                   .icon = "check",
                   .label = "console.do.confirm_priority",
                   .path = "/tickets/{ticket}/priority",
                   .meaning = pressed{action::confirm_priority},
                   .fits = [](const state&, const ticket* about) { return has_open_class(*about); }},
        action_row{.action = action::refuse_priority,
                   .key = "Shift F10",
                   .label = "console.do.refuse_priority",
                   .path = "/tickets/{ticket}/priority",
                   .meaning = pressed{action::refuse_priority},
                   .fits = [](const state&, const ticket* about) { return has_open_class(*about); }},
        action_row{.action = action::correct_priority,
                   .label = "console.do.correct_priority",
                   .choice = "console.choice.correct_priority",
                   .path = "/tickets/{ticket}/priority",
                   .meaning = pressed{action::correct_priority},
                   .fits =
                       [](const state&, const ticket* about) {
                           return is_in(about, {waiting, called, serving});
                       }},
        action_row{.action = action::issue,
                   .key = "F12",
                   .icon = "ticket",
                   .label = "console.do.issue",
                   .path = "/sites/{site}/tickets",
                   .is_of_ticket = false,
                   .meaning = pressed{action::issue},
                   .fits = [](const state& state, const ticket*) { return !state.services.empty(); }},
        action_row{.action = action::pause,
                   .key = "F9",
                   .icon = "circle-pause",
                   .label = "console.do.pause",
                   .path = "/sites/{site}/counters/{counter}/pause",
                   .is_of_ticket = false,
                   .meaning = pressed_pause_or_open{},
                   .fits = [](const state& state, const ticket*) { return is_open(state); }},
        action_row{.action = action::open,
                   .key = "F9",
                   .icon = "door-open",
                   .label = "console.do.open",
                   .path = "/sites/{site}/counters/{counter}/open",
                   .is_of_ticket = false,
                   .meaning = pressed_pause_or_open{},
                   .fits = [](const state& state, const ticket*) { return !is_open(state); }},
        action_row{.action = action::close,
                   .key = "Shift F9",
                   .label = "console.do.close",
                   .path = "/sites/{site}/counters/{counter}/close",
                   .is_of_ticket = false,
                   .meaning = pressed_close{},
                   .fits = [](const state& state,
                              const ticket*) { return !is_closed(state) && is_free(state); }},
        action_row{.action = action::sign_out,
                   .key = "F11",
                   .icon = "log-out",
                   .label = "console.do.sign_out",
                   .path = "/sessions/current",
                   .is_of_ticket = false,
                   .meaning = pressed_sign_out{},
                   .fits = [](const state& state, const ticket*) { return state.is_session; }}};
    return rows;
}

const action_row& row_of(action wanted)
{
    const auto found = std::ranges::find(action_rows(), wanted, &action_row::action);
    base::require(found != action_rows().end(), "every action has a row");
    return *found;
}

const action_row& row_meaning(const event& wanted)
{
    const auto found = std::ranges::find(action_rows(), wanted, &action_row::meaning);
    base::require(found != action_rows().end(), "what a button means has a row");
    return *found;
}

const action_row* row_with_key(std::string_view key)
{
    const auto found = std::ranges::find(action_rows(), key, &action_row::key);
    return found == action_rows().end() ? nullptr : &*found;
}

} // namespace motcua::counter::console
