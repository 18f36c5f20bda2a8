#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/screens.hpp"

namespace motcua::kiosk {

using namespace ui;

namespace {

struct sign
{
    std::string_view icon;
    sf::Color tile;
};

/// In the order of `priority_classes`.
const std::array<sign, priority_classes.size()> signs{sign{"armchair", colour::tiles[3]},
                                                      {"accessibility", colour::tiles[0]},
                                                      {"heart", colour::tiles[1]},
                                                      {"baby", colour::tiles[5]},
                                                      {"medal", colour::tiles[6]}};

} // namespace

void draw_classes(frame& f, rect area, const state& s)
{
    draw_heading(f, area, f.words("kiosk.priority"), f.words("kiosk.priority.choose"), s);
    draw_back_button(f, area);
    banner(f, area.cut_bottom(88, space::wide), tone::priority, "id-card", f.words("kiosk.priority.checked"),
           type::large);
    area.height = std::min(area.height, 5 * 196 + 4 * space::wide);
    const auto cells = rows(area, static_cast<int>(priority_classes.size()), space::wide);
    for (std::size_t i = 0; i < priority_classes.size(); ++i) {
        const std::string name(priority_classes[i]);
        touch_card(f, cells[i], {"class", name}, {.radius = radius::large});
        auto inside = cells[i].inset(space::large, 0);
        icon_tile(f, inside.cut_left(120, space::large).middle(120, 120), signs[i].tile, signs[i].icon);
        f.canvas.icon("chevron-right", inside.cut_right(48, space::normal).centre(), 48, colour::border);
        f.canvas.text(inside, f.words("priority." + name), {weight::bold, type::heading},
                      {.smallest = type::body});
    }
}

} // namespace motcua::kiosk
