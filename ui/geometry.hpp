#pragma once
// Rectangles in the units of the reference size, and the cuts by which a screen divides its area.

#include <vector>

namespace motcua::ui {

struct point
{
    float x = 0;
    float y = 0;
};

/// The size in units for which screens are laid out: a lying window may have another than an upright one.
struct layout_size
{
    point upright;
    point lying;

    constexpr layout_size(point any) : upright(any), lying(any) {}
    constexpr layout_size(point when_upright, point when_lying) : upright(when_upright), lying(when_lying) {}

    /// Pixels per unit in a window of this size in pixels: the whole layout is seen, undistorted.
    float scale(point pixels) const;
};

/// A rectangle. The `cut_` functions take a strip (and a gap beside it) off the rectangle and return the
/// strip.
struct rect
{
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    point centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(point at) const { return at.x >= x && at.x < right() && at.y >= y && at.y < bottom(); }
    bool overlaps(const rect& other) const
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    rect inset(float dx, float dy) const { return {x + dx, y + dy, width - 2 * dx, height - 2 * dy}; }
    rect inset(float by) const { return inset(by, by); }
    rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
    /// A rectangle of the given size in the middle of this one.
    rect middle(float its_width, float its_height) const
    {
        return {x + (width - its_width) / 2, y + (height - its_height) / 2, its_width, its_height};
    }

    rect cut_top(float amount, float gap = 0);
    rect cut_bottom(float amount, float gap = 0);
    rect cut_left(float amount, float gap = 0);
    rect cut_right(float amount, float gap = 0);
};

/// `count` equal columns, left to right, `gap` apart.
std::vector<rect> columns(const rect& area, int count, float gap);

/// `count` equal rows, top to bottom, `gap` apart.
std::vector<rect> rows(const rect& area, int count, float gap);

/// `across` times `down` equal cells, row by row, `gap` apart.
std::vector<rect> grid(const rect& area, int across, int down, float gap);

} // namespace motcua::ui
