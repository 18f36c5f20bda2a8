#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

namespace motcua::counter::console {

using namespace ui;

namespace {

/// Of the first row, for the key of the usual case.
constexpr float next_share = 0.49F;

/// One row of the table of actions, in a button as large as `bounds`. While an answer is awaited it keeps its
/// colour: a screen that goes grey and back at each key would flicker.
void draw_action(frame& frame, const rect& bounds, const state& state, const action_row& row,
                 button_look look)
{
    look.label = frame.words(row.label);
    look.icon = row.icon;
    look.key = row.key;
    look.enabled = offered(state, wish_of(state, row.action));
    button(frame, bounds, look, on(row.meaning));
}

/// The next step of the usual case, and whom it would call.
void draw_next(frame& frame, const rect& bounds, const state& state, button_kind kind)
{
    const auto& row = row_of(state.current ? action::finish_and_call : action::call_next);
    draw_action(frame, bounds, state, row, {.kind = kind, .size = type::least, .stacked = true});
    if (state.waiting.empty() || !offered(state, wish_of(state, row.action))) {
        return;
    }
    auto inside = bounds.inset(space::normal, space::small);
    frame.canvas.text(inside.cut_bottom(38),
                      frame.words("console.next", {{"number", state.waiting.front().number}}),
                      {weight::medium, type::console_small, colour::white}, {.across = across::right});
}

void draw_pause_or_open(frame& frame, const rect& bounds, const state& state)
{
    const bool open = state.counter.state == protocol::counter_state::open;
    draw_action(frame, bounds, state, row_of(open ? action::pause : action::open),
                {.kind = open ? button_kind::outlined : button_kind::call, .size = type::console_least});
}

} // namespace

void draw_buttons(frame& frame, rect bounds, const state& state)
{
    const bool called = state.current && state.current->state == protocol::ticket_state::called;
    auto main = bounds.cut_top(calls_height, gap);
    const auto next = main.cut_left(main.width * next_share, gap);
    const auto more = columns(main, 2, gap);
    draw_next(frame, next, state, called ? button_kind::primary : button_kind::call);
    const button_look large{.size = type::least, .stacked = true};
    auto outlined = large;
    outlined.kind = button_kind::outlined;
    draw_action(frame, more[0], state, row_of(action::recall), outlined);
    draw_action(frame, more[1], state, row_of(action::finish), large);
    constexpr action handling[] = {action::start, action::no_show, action::transfer, action::hold};
    const auto row = columns(bounds.cut_top(handling_height, gap), std::size(handling), gap);
    for (std::size_t i = 0; i < row.size(); ++i) {
        // Who was called comes next: the start is the step of the work that follows.
        const bool is_next_step = handling[i] == action::start && called;
        draw_action(frame, row[i], state, row_of(handling[i]),
                    {.kind = is_next_step ? button_kind::call : button_kind::outlined,
                     .size = type::console_large,
                     .stacked = true});
    }
    // The words beside the longest key need the most room.
    constexpr float pause_share = 184, outcomes_share = 216, issue_share = 194, close_share = 174;
    const float unit =
        (bounds.width - 3 * space::tiny) / (pause_share + outcomes_share + issue_share + close_share);
    draw_pause_or_open(frame, bounds.cut_left(pause_share * unit, space::tiny), state);
    const button_look plain{.kind = button_kind::outlined, .size = type::console_least};
    draw_action(frame, bounds.cut_left(outcomes_share * unit, space::tiny), state,
                row_meaning(pressed_outcomes{}), plain);
    draw_action(frame, bounds.cut_left(issue_share * unit, space::tiny), state, row_of(action::issue), plain);
    draw_action(frame, bounds, state, row_of(action::close), plain);
}

} // namespace motcua::counter::console
