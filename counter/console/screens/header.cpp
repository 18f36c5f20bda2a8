#include "counter/console/actions.hpp"
#include "counter/console/screens/parts.hpp"
#include "counter/letters.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console {

using namespace ui;

namespace {

struct sign
{
    std::string_view words;
    ui::tone tone;
};

sign sign_of(const state& state)
{
    if (state.contact != contact::connected) {
        return {"console.away", tone::alert};
    }
    switch (state.counter.state) {
    case protocol::counter_state::open:
        return {"console.open", tone::good};
    case protocol::counter_state::paused:
        return {"console.paused", tone::priority};
    case protocol::counter_state::closed:
        break;
    }
    return {"console.closed", tone::neutral};
}

/// The officer who signed in, else the office. Cut off the right of `bounds`.
void draw_officer(frame& frame, rect& bounds, const state& state)
{
    constexpr float most = 330;
    const text_style style{weight::semibold, type::console_small, colour::white};
    if (!state.officer.empty()) {
        const float width = std::min(most, frame.canvas.text_width(state.officer, style) + 1);
        frame.canvas.text(bounds.cut_right(width, space::tiny), state.officer, style, {.ends_early = true});
        return frame.canvas.icon("user", bounds.cut_right(24, space::wide).centre(), 24, colour::white);
    }
    frame.canvas.text(bounds.cut_right(most, space::wide),
                      frame.language() == "en" ? state.office_en : state.office,
                      {weight::medium, type::console_small, colour::white},
                      {.across = across::right, .lines = 2, .leading = 1.25F, .ends_early = true});
}

/// Cut off the right of `bounds`.
void draw_sign_out(frame& frame, rect& bounds)
{
    const auto& row = row_of(action::sign_out);
    const auto label = frame.words(row.label);
    const text_style style{weight::semibold, type::console_small, colour::white};
    const float words = frame.canvas.text_width(label, style) + 1;
    auto place = bounds.cut_right(words + 24 + 44 + 2 * space::tiny + 2 * space::small, space::normal);
    const auto action = on(row.meaning);
    const auto button = place.middle(place.width, 44);
    frame.touch(button, action);
    frame.canvas.fill(button, frame.pressed(action) ? colour::board : colour::navy_2, radius::small);
    auto inside = button.inset(space::small, 0);
    frame.canvas.icon(row.icon, inside.cut_left(24, space::tiny).centre(), 22, colour::white);
    frame.canvas.text(inside.cut_left(words, space::tiny), label, style);
    key_chip(frame, inside.middle(inside.width, 28), row.key, colour::board_row_a, colour::white,
             type::console_least);
}

/// The names of the services, or their letters where the names need more than two lines.
void draw_served(frame& frame, const rect& bounds, const state& state)
{
    std::string names;
    std::vector<letter> letters;
    for (std::size_t nth = 0; nth < state.services.size(); ++nth) {
        const auto& code = state.services[nth].code;
        if (std::ranges::count(state.counter.services, code) == 0) {
            continue;
        }
        names += (names.empty() ? "" : ", ") + service_name(frame, state, code);
        letters.push_back({code, nth});
    }
    const text_style style{weight::medium, type::console_small, colour::white};
    // Lines are filled only so far.
    const bool fits = frame.canvas.text_width(names, style) < bounds.width * 1.75F;
    if (fits) {
        return void(
            frame.canvas.text(bounds, names, style, {.lines = 2, .leading = 1.25F, .ends_early = true}));
    }
    draw_letters(frame, bounds.middle(bounds.width, 36), letters, 36, colour::white);
}

} // namespace

void draw_header(frame& frame, rect bounds, const state& state)
{
    frame.canvas.fill(bounds, colour::navy);
    bounds = bounds.inset(margin, 0);
    const auto emblem = bounds.cut_left(40, space::small).centre();
    frame.canvas.disc(emblem, 40, colour::white);
    frame.canvas.icon("landmark", emblem, 24, colour::navy);
    if (state.time) {
        const text_style style{weight::bold, type::large, colour::white};
        frame.canvas.text(bounds.cut_right(92, space::normal), clock_text(*state.time), style,
                          {.across = across::right});
    }
    if (!state.counter.code.empty()) {
        const auto name = frame.words("console.counter", {{"n", state.counter.code}});
        const text_style style{weight::bold, type::large, colour::white};
        const float width = frame.canvas.text_width(name, style);
        frame.canvas.text(bounds.cut_left(width + 1, space::wide), name, style);
        const auto shown = sign_of(state);
        const auto placed = chip(frame, {bounds.x, bounds.centre().y}, frame.words(shown.words), shown.tone,
                                 type::console_small, true);
        bounds.cut_left(placed.width, space::wide);
    }
    if (state.is_session) {
        draw_sign_out(frame, bounds);
    }
    draw_officer(frame, bounds, state);
    draw_served(frame, bounds, state);
}

} // namespace motcua::counter::console
