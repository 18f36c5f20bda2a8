#pragma once
// Draws shapes, icons and text on any SFML target, in units of a reference size. Everything is computed at
// the target's own pixels: letters are rendered at their final size, edges are feathered by one pixel (no
// MSAA needed).

#include "ui/assets.hpp"
#include "ui/geometry.hpp"
#include "ui/text.hpp"
#include "ui/theme.hpp"

#include <SFML/Graphics/RenderTarget.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace motcua::ui {

enum class across
{
    left,
    centre,
    right
};
enum class down
{
    top,
    middle,
    bottom
};

/// How a text lies in its box.
struct text_layout
{
    ui::across across = ui::across::left;
    ui::down down = ui::down::middle;
    /// It may be wrapped into at most this many lines.
    int lines = 1;
    /// It may shrink along the scale of type down to this size; 0: it may not.
    float smallest = 0;
    /// Distance of lines in sizes; Vietnamese marks need 1.3.
    float leading = 1.3F;
    /// A text that is too long ends with an ellipsis and is not a complaint: for names that an office gave.
    bool ends_early = false;
};

class canvas
{
public:
    /// Draws on `target`, whose whole picture takes `reference` units or more, undistorted: the axis on which
    /// the target is longer in proportion gets more units.
    canvas(sf::RenderTarget& target, const ui::assets& assets, const layout_size& reference);

    /// The whole picture.
    rect area() const { return area_; }
    /// Pixels per unit.
    float scale() const { return scale_; }
    const ui::assets& assets() const { return assets_; }

    void fill(const rect& bounds, sf::Color tint, float radius = 0);
    void outline(const rect& bounds, sf::Color tint, float thickness, float radius = 0);
    void gradient(const rect& bounds, sf::Color top, sf::Color bottom);
    /// A soft shadow below a card; draw it first.
    void shadow(const rect& bounds, float radius);
    void disc(point centre, float diameter, sf::Color tint);
    /// The icon `name`, `size` wide and high; an unknown name is a complaint.
    void icon(std::string_view name, point centre, float size, sf::Color tint);

    /// Draws `text` in `box` and returns the rectangle that its lines take. What does not fit is shortened
    /// and becomes a complaint. Boxes must be high enough for lines of size times leading.
    rect text(const rect& box, std::string_view text, const text_style& style,
              const text_layout& layout = {});
    /// The largest size of the scale, from the style's down to the layout's smallest, at which each of
    /// `texts` fits `box`: so texts side by side look alike.
    float fitting_size(const rect& box, const std::vector<std::string>& texts, const text_style& style,
                       const text_layout& layout) const;
    /// Height that the lines of `text` take at the style's own size, in units.
    float text_height(float room, std::string_view text, const text_style& style,
                      const text_layout& layout) const;
    /// Draws `text` with all characters in equal cells, for timers that run.
    void timer(const rect& box, std::string_view text, const text_style& style, across side = across::left);
    /// Width that one line of `text` takes, in units.
    float text_width(std::string_view text, const text_style& style) const;

    /// What a designer would not accept in this picture: texts that do not fit, unknown icons, missing keys.
    const std::vector<std::string>& complaints() const { return complaints_; }
    void complain(std::string what) { complaints_.push_back(std::move(what)); }

private:
    struct setting;
    setting set(const rect& box, std::string_view text, const text_style& style,
                const text_layout& layout) const;
    /// At the largest size of the scale at which it fits, else at the smallest.
    setting fitted(const rect& box, std::string_view text, text_style style, const text_layout& layout) const;
    face face_of(const text_style& style) const;
    rect pixels(const rect& bounds) const;
    void draw_line(const sf::String& line, const face& face, float left, float baseline, sf::Color tint);

    sf::RenderTarget& target_;
    const ui::assets& assets_;
    float scale_;
    rect area_;
    std::vector<std::string> complaints_;
};

} // namespace motcua::ui
