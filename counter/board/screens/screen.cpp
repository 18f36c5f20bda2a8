#include "counter/board/screens/screen.hpp"
#include "counter/board/screens/parts.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

void draw_notice(frame& frame, const rect& area, std::string_view icon, const std::string& words)
{
    auto inside = area.inset(margin(frame), 0);
    inside = inside.middle(std::min(inside.width, 1400.0F), 380);
    const auto emblem = inside.cut_top(180, space::huge).centre();
    frame.canvas.disc(emblem, 180, colour::board_row_a);
    frame.canvas.icon(icon, emblem, 90, colour::white);
    frame.canvas.text(inside, words, {weight::bold, type::heading, colour::white},
                      {.across = across::centre, .lines = 2});
}

/// The calls on the left, who waits on the right.
void draw_across(frame& frame, rect area, const state& state)
{
    draw_waiting(frame, area.cut_right(620, space::large), state);
    draw_large(frame, area.cut_top(std::max(350.0F, area.height * 0.42F), 20), state);
    draw_counters(frame, area, state);
}

/// The calls above, who waits below.
void draw_upright(frame& frame, rect area, const state& state)
{
    draw_large(frame, area.cut_top(540, 20), state);
    draw_counters(frame, area.cut_top(424, space::large), state);
    draw_waiting(frame, area, state);
}

} // namespace

void draw(frame& frame, const state& state)
{
    frame.canvas.fill(frame.area(), colour::board);
    auto area = frame.area();
    draw_header(frame, area.cut_top(is_upright(frame) ? 176.0F : 129.0F), state);
    if (state.trust == trust::refused) {
        return draw_notice(frame, area, "lock", frame.words("board.token"));
    }
    if (!state.time) {
        const bool away = state.trust == trust::away;
        return draw_notice(frame, area, away ? "wifi-off" : "hourglass",
                           frame.words(away ? "connection.lost" : "board.starting"));
    }
    draw_bottom(frame, area.cut_bottom(106), state);
    area = area.inset(margin(frame), space::large);
    is_upright(frame) ? draw_upright(frame, area, state) : draw_across(frame, area, state);
}

std::vector<text_style> letter_styles()
{
    return {{weight::display, type::board_number},
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
