// A keyboard for an address, where there may be no other.

#include "enrolment/screen.hpp"
#include "ui/widgets.hpp"

#include <array>
#include <string_view>

namespace motcua::enrolment {

using namespace ui;

namespace {

/// The last place is that of the key that erases.
constexpr std::array<std::string_view, 4> key_rows{"1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm.:"};

void draw_key(frame& frame, const rect& bounds, const event& meaning, std::string_view label)
{
    const ui::action action(meaning);
    frame.touch(bounds, action);
    const bool is_pressed = frame.pressed(action);
    frame.canvas.fill(bounds, is_pressed ? colour::blue_background : colour::white, radius::small);
    frame.canvas.outline(bounds, is_pressed ? colour::navy : colour::border, 2, radius::small);
    if (label.empty()) {
        frame.canvas.icon("delete", bounds.centre(), 44, colour::ink);
    } else {
        frame.canvas.text(bounds, label, {weight::semibold, type::heading}, {.across = across::centre});
    }
}

} // namespace

void draw_keyboard(frame& frame, const rect& bounds)
{
    const auto lines = rows(bounds, static_cast<int>(key_rows.size()), space::tiny);
    for (std::size_t row = 0; row < key_rows.size(); ++row) {
        const auto places = columns(lines[row], 10, space::tiny);
        for (std::size_t place = 0; place < places.size(); ++place) {
            if (place < key_rows[row].size()) {
                const char letter = key_rows[row][place];
                draw_key(frame, places[place], typed{letter}, std::string(1, letter));
            } else {
                draw_key(frame, places[place], erased{}, {});
            }
        }
    }
}

} // namespace motcua::enrolment
