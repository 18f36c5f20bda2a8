#include "counter/console/screens/screen.hpp"
#include "counter/console/rules.hpp"
#include "counter/console/screens/parts.hpp"

#include <charconv>

namespace motcua::counter::console {

using namespace ui;

namespace {

int number_in(const std::string& text)
{
    int n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

void draw_page(frame& f, const rect& area, std::string_view icon, std::string_view title,
               std::string_view body)
{
    const auto place = area.middle(std::min(area.width, 800.0F), 420);
    card(f, place, {.radius = radius::large});
    auto inside = place.inset(space::vast, space::huge);
    const auto emblem = inside.cut_top(128, space::wide).centre();
    f.canvas.disc(emblem, 128, colour::blue_background);
    f.canvas.icon(icon, emblem, 64, colour::navy);
    f.canvas.text(inside.cut_top(56, space::tiny), title, {weight::bold, type::heading, colour::navy},
                  {.across = across::centre, .smallest = type::least});
    f.canvas.text(inside, body, {weight::medium, type::desk_large, colour::ink_2},
                  {.across = across::centre, .down = down::top, .lines = 3, .smallest = type::desk_small});
}

} // namespace

void draw(frame& f, const state& s)
{
    f.canvas.fill(f.area(), colour::background);
    auto area = f.area();
    draw_header(f, area.cut_top(64), s);
    area = area.inset(margin, margin);
    if (s.contact == contact::refused) {
        return draw_page(f, area, "lock", f.words("console.unregistered"), f.words("console.token"));
    }
    if (s.contact == contact::not_a_counter) {
        return draw_page(f, area, "lock", f.words("console.wrong_token"), f.words("console.token"));
    }
    if (!s.time) {
        const bool away = s.contact == contact::away;
        return draw_page(f, area, away ? "cloud-off" : "hourglass",
                         f.words(away ? "console.away" : "console.starting"),
                         f.words(away ? "console.away.calm" : "console.starting.calm"));
    }
    draw_lists(f, area.cut_right(420, margin), s);
    draw_strip(f, area.cut_bottom(60, gap), s);
    draw_buttons(f, area.cut_bottom(buttons_height, gap), s);
    draw_current(f, area, s);
    if (s.sheet) {
        draw_sheet(f, f.area(), s, *s.sheet);
    }
}

std::optional<event> event_of(const ui::action& a)
{
    if (a.verb == "press") {
        console::action meant{};
        if (boost::describe::enum_from_string(a.object.c_str(), meant)) {
            return pressed{meant};
        }
    }
    if (a.verb == "pause_or_open") {
        return pressed_pause_or_open{};
    }
    if (a.verb == "outcomes") {
        return pressed_outcomes{};
    }
    if (a.verb == "close") {
        return pressed_close{};
    }
    if (a.verb == "pick") {
        return picked{a.object};
    }
    if (a.verb == "choose") {
        return chose{static_cast<std::size_t>(number_in(a.object))};
    }
    if (a.verb == "move") {
        return moved{number_in(a.object)};
    }
    if (a.verb == "confirm") {
        return confirmed{};
    }
    if (a.verb == "leave") {
        return left{};
    }
    return std::nullopt;
}

std::vector<text_style> letter_styles()
{
    return {{weight::display, type::counter_number},
            {weight::bold, type::heading},
            {weight::bold, type::large},
            {weight::bold, type::least},
            {weight::bold, type::desk_large},
            {weight::semibold, type::desk_large},
            {weight::bold, type::desk},
            {weight::semibold, type::desk},
            {weight::medium, type::desk_small},
            {weight::semibold, type::desk_small},
            {weight::medium, type::desk_least},
            {weight::semibold, type::desk_least}};
}

} // namespace motcua::counter::console
