#include "counter/letters.hpp"

#include <algorithm>

namespace motcua::counter {

using namespace ui;

void draw_letters(frame& frame, const rect& bounds, const std::vector<letter>& all, float side, sf::Color ink)
{
    const float step = side + space::tiny;
    const auto places = [&](float length) { return static_cast<std::size_t>((length + space::tiny) / step); };
    const auto across = std::max(std::size_t{1}, places(bounds.width));
    const auto room = across * std::max(std::size_t{1}, places(bounds.height));
    const auto shown = all.size() <= room ? all.size() : room - 1;
    const auto lines = (std::min(all.size(), room) + across - 1) / across;
    const auto block = bounds.middle(bounds.width, static_cast<float>(lines) * step - space::tiny);
    const auto place = [&](std::size_t nth) {
        const auto line = nth / across;
        return rect{block.x + static_cast<float>(nth % across) * step,
                    block.y + static_cast<float>(line) * step, side, side};
    };
    const bool dark = ink == colour::white;
    for (std::size_t i = 0; i < shown; ++i) {
        letter_tile(frame, place(i), colour::tiles[all[i].nth % colour::tiles.size()], all[i].code);
        // One of the grounds is nearly that of a dark screen.
        if (dark) {
            frame.canvas.outline(place(i), colour::border, 1, side / 4);
        }
    }
    if (shown < all.size()) {
        frame.canvas.text(place(shown), "+" + std::to_string(all.size() - shown),
                          {weight::bold, side < 40 ? type::console_small : type::least, ink},
                          {.across = across::centre, .smallest = type::console_least});
    }
}

} // namespace motcua::counter
