#include "counter/board/screens/parts.hpp"
#include "counter/letters.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Most cells beside each other, and how high they are.
constexpr std::size_t most_across = 2;
constexpr float least_cell_height = 68, most_cell_height = 116;

/// A counter's number and the letters of what it serves.
void draw_open_counter(frame& frame, rect bounds, const open_counter& one, const state& state)
{
    constexpr float side = 48;
    const text_style label{weight::medium, type::large, colour::white};
    const text_style number{weight::bold, type::clock, colour::white};
    const auto words = frame.words("board.counter");
    frame.canvas.text(bounds.cut_left(frame.canvas.text_width(words, label) + 1, space::small), words, label);
    const float width = std::max(76.0F, frame.canvas.text_width(one.code, number) + 1);
    frame.canvas.text(bounds.cut_left(width, space::small), one.code, number, {.leading = 1});
    std::vector<letter> letters;
    for (std::size_t nth = 0; nth < state.services.size(); ++nth) {
        if (std::ranges::count(one.services, state.services[nth].code) > 0) {
            letters.push_back({state.services[nth].code, nth});
        }
    }
    draw_letters(frame, bounds, letters, side, colour::white);
}

} // namespace

void draw_open_counters(frame& frame, const rect& bounds, const state& state)
{
    frame.canvas.outline(bounds, colour::board_row_a, 3, radius::normal);
    const bool none = state.counters.empty();
    const bool upright = is_upright(frame);
    auto inside = bounds.inset(upright ? space::large : 40, upright ? space::small : space::wide);
    const text_style heading{weight::medium, type::subheading, colour::white};
    const auto title = none ? inside : upright ? inside.cut_top(48) : inside.cut_left(190, space::large);
    frame.canvas.text(title, frame.words(none ? "board.none_open" : "board.open"), heading,
                      {.across = none ? across::centre : across::left, .lines = 2});
    if (none) {
        return;
    }
    const auto cells_across = std::min(most_across, state.counters.size());
    const auto room =
        cells_across * std::max(std::size_t{1}, static_cast<std::size_t>(inside.height / least_cell_height));
    const auto pages = (state.counters.size() + room - 1) / room;
    const auto first = state.turn % pages * room;
    const auto count = std::min(room, state.counters.size() - first);
    const auto lines = (count + cells_across - 1) / cells_across;
    const auto place =
        inside.middle(inside.width, std::min(inside.height, most_cell_height * static_cast<float>(lines)));
    const auto cells = grid(place, static_cast<int>(cells_across), static_cast<int>(lines), 0);
    for (std::size_t i = 0; i < count; ++i) {
        draw_open_counter(frame, cells[i].inset(space::small, 0), state.counters[first + i], state);
    }
}

} // namespace motcua::counter::board
