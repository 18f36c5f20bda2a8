// The phone number, while a place is kept.

#include "kiosk/appointments/limits.hpp"
#include "kiosk/screens/appointments.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

void draw_choice(frame& frame, const rect& bounds, const state& state, const held_slot& place)
{
    card(frame, bounds, {.edge = colour::navy, .radius = radius::large});
    auto inside = bounds.inset(space::wide, space::small);
    frame.canvas.text(
        inside.cut_top(inside.height / 2), when_words(frame, state, base::wall_time(place.start)),
        {weight::bold, type::heading, colour::navy}, {.smallest = type::least, .leading = 1.25F});
    frame.canvas.text(inside, service_words(frame, state, place.service),
                      {weight::medium, type::body, colour::ink_2},
                      {.lines = 2, .smallest = type::console_small, .leading = 1.2F});
}

void draw_number(frame& frame, const rect& bounds, const std::string& digits)
{
    frame.canvas.fill(bounds, colour::white, radius::small);
    frame.canvas.outline(bounds, colour::navy, 3, radius::small);
    const bool is_empty = digits.empty();
    frame.canvas.text(bounds.inset(space::normal, 0), is_empty ? "0xxx xxx xxx" : grouped_phone(digits),
                      {weight::bold, type::clock, is_empty ? colour::border : colour::ink},
                      {.across = across::centre, .smallest = type::heading});
}

/// How long the place is still kept, once that is not long; before that what the number is for.
void draw_hold(frame& frame, const rect& bounds, const entering_phone& shown)
{
    const bool is_short = shown.left && *shown.left < limits::hold_shown;
    const bool is_wrong = !shown.digits.empty() && shown.digits.front() != '0';
    const auto words = is_short ? frame.words("kiosk.book.hold", {{"n", std::to_string(shown.left->count())}})
                                : frame.words(is_wrong ? "kiosk.number.zero" : "kiosk.number.why");
    frame.canvas.text(bounds, words,
                      {is_short ? weight::bold : weight::medium, type::small,
                       is_short || is_wrong ? colour::amber : colour::ink_2},
                      {.across = across::centre, .smallest = type::console_small, .leading = 1.2F});
}

void draw_keypad(frame& frame, const rect& bounds)
{
    const auto cells = grid(bounds, 3, 4, lies(frame) ? space::tiny : space::normal);
    constexpr std::string_view digits = "123456789";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        draw_key(frame, cells[i], digits[i]);
    }
    draw_key(frame, cells[10], '0');
    draw_delete_key(frame, cells[11]);
}

void draw_book_button(frame& frame, const rect& bounds, const entering_phone& shown)
{
    button(frame, bounds,
           {.label = frame.words("kiosk.book.confirm"),
            .icon = "check",
            .kind = button_kind::call,
            .enabled = is_phone(shown.digits),
            .size = type::subheading,
            .radius = radius::large},
           on(tapped_confirm{}));
}

} // namespace

void draw_phone(frame& frame, rect area, const state& state, const entering_phone& shown)
{
    const auto title = frame.words("kiosk.number.title");
    if (lies(frame)) {
        auto strip = cut_heading_strip(frame, area);
        draw_back_button(frame, strip.cut_right(240, space::wide));
        draw_title(frame, strip, title, "");
        area.height = std::min(area.height, 620.0F);
        draw_keypad(frame, area.cut_right(560, space::huge));
        draw_book_button(frame, area.cut_bottom(96, space::normal), shown);
        draw_choice(frame, area.cut_top(128, space::normal), state, shown.place);
        draw_number(frame, area.cut_top(100, space::tiny), shown.digits);
        return draw_hold(frame, area.cut_top(40), shown);
    }
    draw_heading(frame, area, title, "", state);
    auto buttons = area.cut_bottom(button_height(frame), space::wide);
    draw_back_button(frame, buttons.cut_left(300, space::wide));
    draw_book_button(frame, buttons, shown);
    draw_choice(frame, area.cut_top(168, space::wide), state, shown.place);
    draw_number(frame, area.cut_top(120, space::normal), shown.digits);
    draw_hold(frame, area.cut_top(44, space::normal), shown);
    area.height = std::min(area.height, 4 * 176.0F);
    draw_keypad(frame, area);
}

} // namespace motcua::kiosk
