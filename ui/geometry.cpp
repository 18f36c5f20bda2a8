#include "ui/geometry.hpp"

#include <algorithm>

namespace motcua::ui {

float layout_size::scale(point pixels) const
{
    const auto& units = pixels.x > pixels.y ? lying : upright;
    return std::min(pixels.x / units.x, pixels.y / units.y);
}

rect rect::cut_top(float amount, float gap)
{
    const rect strip{x, y, width, amount};
    y += amount + gap;
    height -= amount + gap;
    return strip;
}

rect rect::cut_bottom(float amount, float gap)
{
    height -= amount + gap;
    return {x, bottom() + gap, width, amount};
}

rect rect::cut_left(float amount, float gap)
{
    const rect strip{x, y, amount, height};
    x += amount + gap;
    width -= amount + gap;
    return strip;
}

rect rect::cut_right(float amount, float gap)
{
    width -= amount + gap;
    return {right() + gap, y, amount, height};
}

std::vector<rect> columns(const rect& area, int count, float gap) { return grid(area, count, 1, gap); }

std::vector<rect> rows(const rect& area, int count, float gap) { return grid(area, 1, count, gap); }

std::vector<rect> grid(const rect& area, int across, int down, float gap)
{
    const float width = (area.width - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    const float height = (area.height - gap * static_cast<float>(down - 1)) / static_cast<float>(down);
    std::vector<rect> cells;
    for (int row = 0; row < down; ++row) {
        for (int column = 0; column < across; ++column) {
            cells.push_back({area.x + static_cast<float>(column) * (width + gap),
                             area.y + static_cast<float>(row) * (height + gap), width, height});
        }
    }
    return cells;
}

} // namespace motcua::ui
