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

void draw_classes(frame& frame, rect area, const state& state)
{
    const auto title = frame.words("kiosk.priority");
    const auto hint = frame.words("kiosk.priority.choose");
    if (lies(frame)) {
        auto strip = cut_heading_strip(frame, area);
        draw_back_button(frame, strip.cut_right(240, space::wide));
        draw_title(frame, strip, title, hint);
    } else {
        draw_heading(frame, area, title, hint, state);
        draw_back_button(frame, area.cut_bottom(128, space::wide));
    }
    const auto note = lies(frame) ? rect() : area.cut_bottom(88, space::wide);
    const int across = lies(frame) ? 3 : 1;
    const int down = (static_cast<int>(priority_classes.size()) + across - 1) / across;
    const auto high = static_cast<float>(down);
    area.height = std::min(area.height, high * 196 + (high - 1) * space::wide);
    const auto cells = grid(area, across, down, space::wide);
    // On a lying screen the note takes the cell that the classes leave.
    banner(frame, lies(frame) ? cells.back() : note, tone::priority, "id-card",
           frame.words("kiosk.priority.checked"), type::large);
    std::vector<std::string> labels;
    labels.reserve(priority_classes.size());
    for (const auto name : priority_classes) {
        labels.push_back(class_words(frame, state, name));
    }
    const float padding = lies(frame) ? 20 : space::large;
    const float side = lies(frame) ? 88 : 120;
    for (std::size_t i = 0; i < priority_classes.size(); ++i) {
        const std::string name(priority_classes[i]);
        touch_card(frame, cells[i], on(tapped_class{name}), {.radius = radius::large});
        auto inside = cells[i].inset(padding, space::tiny);
        icon_tile(frame, inside.cut_left(side, lies(frame) ? space::normal : padding).middle(side, side),
                  signs[i].tile, signs[i].icon);
        frame.canvas.icon("chevron-right",
                          inside.cut_right(lies(frame) ? 36 : 48, lies(frame) ? 0 : space::normal).centre(),
                          48, colour::border);
        const text_layout layout{.lines = lies(frame) ? 4 : 2, .smallest = type::body, .leading = 1.25F};
        const text_style style{weight::bold, type::heading};
        const float size = frame.canvas.fitting_size(inside, labels, style, layout);
        frame.canvas.text(inside, labels[i], {weight::bold, size}, layout);
    }
}

} // namespace motcua::kiosk
