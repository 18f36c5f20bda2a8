#include "counter/console/actions.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

#include <algorithm>
#include <array>
#include <numeric>

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
    look.icon = look.stacked ? row.icon : "";
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

/// That its words and its key need in the third row.
float width_of(frame& frame, const action_row& row)
{
    return button_width(
        frame, {.label = frame.words(row.label), .key = std::string(row.key), .size = type::console_least});
}

/// What concerns the counter, and what is rare. Each button is as wide as its words and its key need, and the
/// rest is shared; icons would take the room of the words.
void draw_counter_row(frame& frame, rect bounds, const state& state)
{
    const bool open = state.counter.state == protocol::counter_state::open;
    const auto& pause_or_open = row_of(open ? action::pause : action::open);
    const std::array rows{&pause_or_open, &row_meaning(pressed_outcomes{}), &row_of(action::issue),
                          &row_of(action::close)};
    std::array<float, rows.size()> widths{};
    std::ranges::transform(rows, widths.begin(), [&](const auto* row) { return width_of(frame, *row); });
    // F9 stays where it is while the counter opens and pauses.
    widths.front() = std::max(width_of(frame, row_of(action::pause)), width_of(frame, row_of(action::open)));
    const float rest = bounds.width - std::accumulate(widths.begin(), widths.end(), 3 * space::tiny);
    for (std::size_t nth = 0; nth < rows.size(); ++nth) {
        const bool is_call = rows[nth] == &pause_or_open && !open;
        draw_action(
            frame, bounds.cut_left(widths[nth] + rest / rows.size(), space::tiny), state, *rows[nth],
            {.kind = is_call ? button_kind::call : button_kind::outlined, .size = type::console_least});
    }
}

} // namespace

void draw_leave_button(frame& frame, const rect& bounds, float size)
{
    button(frame, bounds,
           {.label = frame.words("console.leave"), .key = "Esc", .kind = button_kind::outlined, .size = size},
           on(left{}));
}

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
    draw_counter_row(frame, bounds, state);
}

} // namespace motcua::counter::console
