#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

namespace motcua::counter::console {

using namespace ui;

namespace {

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

void draw_pause_or_open(frame& frame, const rect& bounds, const state& state)
{
    const bool open = state.counter.state == protocol::counter_state::open;
    draw_action(frame, bounds, state, row_of(open ? action::pause : action::open),
                {.kind = open ? button_kind::outlined : button_kind::call, .size = type::console});
}

} // namespace

void draw_buttons(frame& frame, rect bounds, const state& state)
{
    const auto main = columns(bounds.cut_top(calls_height, gap), 3, gap);
    const auto draw_large = [&](const rect& place, action action, button_kind kind) {
        draw_action(frame, place, state, row_of(action),
                    {.kind = kind, .size = type::least, .stacked = true});
    };
    draw_large(main[0], action::call_next, button_kind::call);
    draw_large(main[1], action::start, button_kind::primary);
    draw_large(main[2], action::finish, button_kind::primary);
    const auto more = columns(bounds.cut_top(handling_height, gap), 4, gap);
    constexpr action handling[] = {action::recall, action::no_show, action::transfer, action::hold};
    for (std::size_t i = 0; i < more.size(); ++i) {
        draw_action(frame, more[i], state, row_of(handling[i]),
                    {.kind = button_kind::outlined, .size = type::console_large, .stacked = true});
    }
    // The words beside the longest key need the most room.
    constexpr float pause_share = 254, outcomes_share = 278, close_share = 236;
    const float unit = (bounds.width - 2 * gap) / (pause_share + outcomes_share + close_share);
    draw_pause_or_open(frame, bounds.cut_left(pause_share * unit, gap), state);
    const button_look plain{.kind = button_kind::outlined, .size = type::console};
    draw_action(frame, bounds.cut_left(outcomes_share * unit, gap), state, row_meaning(pressed_outcomes{}),
                plain);
    draw_action(frame, bounds, state, row_of(action::close), plain);
}

} // namespace motcua::counter::console
