#include "counter/board/screens/screen.hpp"
#include "counter/board/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

void draw_notice(frame& f, const rect& area, std::string_view icon, const std::string& words)
{
    auto inside = area.inset(margin(f), 0);
    inside = inside.middle(std::min(inside.width, 1400.0F), 380);
    const auto emblem = inside.cut_top(180, space::huge).centre();
    f.canvas.disc(emblem, 180, colour::hall_row_a);
    f.canvas.icon(icon, emblem, 90, colour::white);
    f.canvas.text(inside, words, {weight::bold, type::heading, colour::white},
                  {.across = across::centre, .lines = 2});
}

/// The calls on the left, who waits on the right.
void draw_across(frame& f, rect area, const state& s)
{
    draw_waiting(f, area.cut_right(620, space::large), s);
    draw_large(f, area.cut_top(std::max(350.0F, area.height * 0.42F), 20), s);
    draw_rows(f, area, s);
}

/// The calls above, who waits below.
void draw_upright(frame& f, rect area, const state& s)
{
    draw_large(f, area.cut_top(540, 20), s);
    draw_rows(f, area.cut_top(424, space::large), s);
    draw_waiting(f, area, s);
}

} // namespace

void draw(frame& f, const state& s)
{
    f.canvas.fill(f.area(), colour::hall);
    auto area = f.area();
    draw_header(f, area.cut_top(is_upright(f) ? 176.0F : 129.0F), s);
    if (s.trust == trust::refused) {
        return draw_notice(f, area, "lock", f.words("hall.token"));
    }
    if (!s.time) {
        const bool away = s.trust == trust::away;
        return draw_notice(f, area, away ? "wifi-off" : "hourglass",
                           f.words(away ? "connection.lost" : "hall.starting"));
    }
    draw_bottom(f, area.cut_bottom(106), s);
    area = area.inset(margin(f), space::large);
    is_upright(f) ? draw_upright(f, area, s) : draw_across(f, area, s);
}

std::vector<text_style> letter_styles()
{
    return {{weight::display, type::hall_number},
            {weight::display, type::ticket_number},
            {weight::display, type::counter_number},
            {weight::bold, type::history_number},
            {weight::bold, type::clock},
            {weight::bold, type::title},
            {weight::bold, type::heading},
            {weight::medium, type::heading},
            {weight::semibold, type::heading},
            {weight::bold, type::subheading},
            {weight::medium, type::subheading},
            {weight::semibold, type::subheading},
            {weight::medium, type::large},
            {weight::semibold, type::large},
            {weight::semibold, type::small},
            {weight::bold, type::least},
            {weight::medium, type::least}};
}

} // namespace motcua::counter::board
