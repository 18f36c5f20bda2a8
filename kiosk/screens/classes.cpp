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
    const auto title = f.words("kiosk.priority");
    const auto hint = f.words("kiosk.priority.choose");
    if (lies(f)) {
        auto strip = cut_heading_strip(f, area);
        draw_back_button(f, strip.cut_right(240, space::wide));
        draw_title(f, strip, title, hint);
    } else {
        draw_heading(f, area, title, hint, s);
        draw_back_button(f, area.cut_bottom(128, space::wide));
    }
    const auto note = lies(f) ? rect() : area.cut_bottom(88, space::wide);
    const int across = lies(f) ? 3 : 1;
    const int down = (static_cast<int>(priority_classes.size()) + across - 1) / across;
    const auto high = static_cast<float>(down);
    area.height = std::min(area.height, high * 196 + (high - 1) * space::wide);
    const auto cells = grid(area, across, down, space::wide);
    // On a lying screen the note takes the cell that the classes leave.
    banner(f, lies(f) ? cells.back() : note, tone::priority, "id-card", f.words("kiosk.priority.checked"),
           type::large);
    std::vector<std::string> labels;
    labels.reserve(priority_classes.size());
    for (const auto name : priority_classes) {
        labels.push_back(f.words("priority." + std::string(name)));
    }
    const float padding = lies(f) ? 20 : space::large;
    const float side = lies(f) ? 88 : 120;
    for (std::size_t i = 0; i < priority_classes.size(); ++i) {
        const std::string name(priority_classes[i]);
        touch_card(f, cells[i], {"class", name}, {.radius = radius::large});
        auto inside = cells[i].inset(padding, space::tiny);
        icon_tile(f, inside.cut_left(side, lies(f) ? space::normal : padding).middle(side, side),
                  signs[i].tile, signs[i].icon);
        f.canvas.icon("chevron-right",
                      inside.cut_right(lies(f) ? 36 : 48, lies(f) ? 0 : space::normal).centre(), 48,
                      colour::border);
        const text_layout layout{.lines = lies(f) ? 3 : 1, .smallest = type::body, .leading = 1.25F};
        const text_style style{weight::bold, type::heading};
        const float size = f.canvas.fitting_size(inside, labels, style, layout);
        f.canvas.text(inside, labels[i], {weight::bold, size}, layout);
    }
}

} // namespace motcua::kiosk
