#include "counter/console/screens/screen.hpp"
#include "counter/console/appointments/screens/screen.hpp"
#include "counter/console/screens/parts.hpp"

namespace motcua::counter::console {

using namespace ui;

void draw_page(frame& frame, const rect& area, std::string_view icon, std::string_view title,
               std::string_view body)
{
    const auto place = area.middle(std::min(area.width, 800.0F), 420);
    card(frame, place, {.radius = radius::large});
    auto inside = place.inset(space::vast, space::huge);
    const auto emblem = inside.cut_top(128, space::wide).centre();
    frame.canvas.disc(emblem, 128, colour::blue_background);
    frame.canvas.icon(icon, emblem, 64, colour::navy);
    frame.canvas.text(inside.cut_top(56, space::tiny), title, {weight::bold, type::heading, colour::navy},
                      {.across = across::centre, .smallest = type::least});
    frame.canvas.text(
        inside, body, {weight::medium, type::console_large, colour::ink_2},
        {.across = across::centre, .down = down::top, .lines = 3, .smallest = type::console_small});
}

void draw(frame& frame, const state& state)
{
    frame.canvas.fill(frame.area(), colour::background);
    auto area = frame.area();
    draw_header(frame, area.cut_top(64), state);
    area = area.inset(margin, margin);
    if (state.contact == contact::refused) {
        return draw_page(frame, area, "lock", frame.words("console.unregistered"),
                         frame.words("console.token"));
    }
    if (state.contact == contact::not_a_counter) {
        return draw_page(frame, area, "lock", frame.words("console.wrong_token"),
                         frame.words("console.token"));
    }
    if (!state.time) {
        const bool away = state.contact == contact::away;
        return draw_page(frame, area, away ? "cloud-off" : "hourglass",
                         frame.words(away ? "console.away" : "console.starting"),
                         frame.words(away ? "console.away.calm" : "console.starting.calm"));
    }
    if (state.appointments.step != appointments::step::closed) {
        appointments::draw(frame, area, state);
    } else {
        draw_lists(frame, area.cut_right(420, margin), state);
        draw_strip(frame, area.cut_bottom(60, gap), state);
        draw_buttons(frame, area.cut_bottom(buttons_height, gap), state);
        draw_current(frame, area, state);
    }
    if (state.sheet) {
        draw_sheet(frame, frame.area(), state, *state.sheet);
    }
}

std::vector<text_style> letter_styles()
{
    return {{weight::display, type::counter_number},
            {weight::bold, type::heading},
            {weight::bold, type::large},
            {weight::bold, type::least},
            {weight::bold, type::console_large},
            {weight::semibold, type::console_large},
            {weight::bold, type::console},
            {weight::semibold, type::console},
            {weight::medium, type::console_small},
            {weight::semibold, type::console_small},
            {weight::medium, type::console_least},
            {weight::semibold, type::console_least}};
}

} // namespace motcua::counter::console
