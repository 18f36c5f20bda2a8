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
void draw_open_counter(frame& f, rect r, const open_counter& one, const state& s)
{
    constexpr float side = 48;
    const text_style label{weight::medium, type::large, colour::white};
    const text_style number{weight::bold, type::clock, colour::white};
    const auto words = f.words("hall.counter");
    f.canvas.text(r.cut_left(f.canvas.text_width(words, label) + 1, space::small), words, label);
    const float width = std::max(76.0F, f.canvas.text_width(one.code, number) + 1);
    f.canvas.text(r.cut_left(width, space::small), one.code, number, {.leading = 1});
    std::vector<letter> letters;
    for (std::size_t nth = 0; nth < s.services.size(); ++nth) {
        if (std::ranges::count(one.services, s.services[nth].code) > 0) {
            letters.push_back({s.services[nth].code, nth});
        }
    }
    draw_letters(f, r, letters, side, colour::white);
}

} // namespace

void draw_open_counters(frame& f, const rect& r, const state& s)
{
    f.canvas.outline(r, colour::hall_row_a, 3, radius::normal);
    const bool none = s.counters.empty();
    const bool upright = is_upright(f);
    auto inside = r.inset(upright ? space::large : 40, upright ? space::small : space::wide);
    const text_style heading{weight::medium, type::subheading, colour::white};
    const auto title = none ? inside : upright ? inside.cut_top(48) : inside.cut_left(190, space::large);
    f.canvas.text(title, f.words(none ? "hall.none_open" : "hall.open"), heading,
                  {.across = none ? across::centre : across::left, .lines = 2});
    if (none) {
        return;
    }
    const auto cells_across = std::min(most_across, s.counters.size());
    const auto room =
        cells_across * std::max(std::size_t{1}, static_cast<std::size_t>(inside.height / least_cell_height));
    const auto pages = (s.counters.size() + room - 1) / room;
    const auto first = s.turn % pages * room;
    const auto count = std::min(room, s.counters.size() - first);
    const auto lines = (count + cells_across - 1) / cells_across;
    const auto place =
        inside.middle(inside.width, std::min(inside.height, most_cell_height * static_cast<float>(lines)));
    const auto cells = grid(place, static_cast<int>(cells_across), static_cast<int>(lines), 0);
    for (std::size_t i = 0; i < count; ++i) {
        draw_open_counter(f, cells[i].inset(space::small, 0), s.counters[first + i], s);
    }
}

} // namespace motcua::counter::board
