#pragma once
// Rounded rectangles as triangles, in pixels, with edges that fade out over one pixel.

#include "ui/geometry.hpp"

#include <SFML/Graphics/RenderTarget.hpp>

namespace motcua::ui::shapes {

void fill(sf::RenderTarget& target, const rect& r, float radius, sf::Color c);
void outline(sf::RenderTarget& target, const rect& r, float radius, float thickness, sf::Color c);
/// Fades from `strength` (0 to 255) inside to nothing `blur` pixels outside.
void shadow(sf::RenderTarget& target, const rect& r, float radius, float blur, sf::Color c, float strength);

} // namespace motcua::ui::shapes
