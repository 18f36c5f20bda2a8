#include "counter/sign_in/screens/screen.hpp"

#include "counter/console/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::sign_in {

using namespace ui;
using console::contact;

namespace {

/// As the console's, of the counter that is chosen.
void draw_header(frame& frame, const rect& bounds, const state& state)
{
    console::state shown;
    shown.office = state.office;
    shown.office_en = state.office_en;
    shown.contact = state.contact == contact::starting ? contact::connected : state.contact;
    const auto seat = std::ranges::find(state.counters, state.counter, &console::counter_view::code);
    shown.counter = seat != state.counters.end() ? *seat : console::counter_view{.code = state.counter};
    shown.time = state.time;
    console::draw_header(frame, bounds, shown);
}

/// The name of another language, in that language; cut off the right of `bounds`.
void draw_language(frame& frame, rect& bounds, const std::string& code, const std::string& name)
{
    const auto action = on(chose_language{code});
    const text_style style{weight::bold, type::console_least, colour::navy};
    const auto place = bounds.cut_right(frame.canvas.text_width(name, style) + 1, space::normal);
    const auto target = place.inset(-space::small, 0);
    frame.touch(target, action);
    if (frame.pressed(action)) {
        frame.canvas.fill(target, colour::blue_background, radius::small);
    }
    frame.canvas.text(place, name, style);
}

void draw_footer(frame& frame, rect bounds, const state& state)
{
    const bool is_connected = state.contact == contact::connected;
    const text_style style{weight::semibold, type::console_least, is_connected ? colour::green : colour::red};
    labelled_icon(frame, bounds, is_connected ? "circle-check" : "wifi-off",
                  frame.words(is_connected                         ? "sign_in.connected"
                              : state.contact == contact::starting ? "console.starting"
                                                                   : "console.away.short"),
                  style);
    const auto& known = frame.canvas.assets().words();
    for (const auto& code : known.languages()) {
        const auto* name = known.find(code, "language.name");
        if (name != nullptr && code != state.language) {
            draw_language(frame, bounds, code, *name);
        }
    }
    frame.canvas.text(bounds, "Motcua " MOTCUA_VERSION, {weight::regular, type::console_least, colour::ink_2},
                      {.across = across::right});
}

} // namespace

void draw(frame& frame, const state& state)
{
    frame.canvas.fill(frame.area(), colour::background);
    auto area = frame.area();
    draw_header(frame, area.cut_top(64), state);
    area = area.inset(console::margin, space::tiny);
    if (state.contact == contact::refused) {
        return console::draw_page(frame, area, "lock", frame.words("console.unregistered"),
                                  frame.words("console.token"));
    }
    draw_footer(frame, area.cut_bottom(40), state);
    const auto place = area.middle(1040, std::min(area.height, 640.0F));
    card(frame, place, {.radius = radius::huge});
    auto inside = place;
    auto names = inside.cut_left(424);
    frame.canvas.fill({inside.x, inside.y, 2, inside.height}, colour::line);
    draw_names(frame, names.inset(space::large, 36), state);
    draw_form(frame, inside.inset(36, 36), state);
    if (state.question != question::none) {
        draw_question(frame, frame.area(), state);
    }
}

} // namespace motcua::counter::sign_in
