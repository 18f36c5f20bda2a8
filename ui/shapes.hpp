#pragma once
// Rounded rectangles as triangles, in pixels, with edges that fade out over one pixel.

#include "ui/geometry.hpp"

#include <SFML/Graphics/RenderTarget.hpp>

namespace motcua::ui::shapes {

void fill(sf::RenderTarget& target, const rect& bounds, float radius, sf::Color tint);
void outline(sf::RenderTarget& target, const rect& bounds, float radius, float thickness, sf::Color tint);
/// Fades from `strength` (0 to 255) inside to nothing `blur` pixels outside.
void shadow(sf::RenderTarget& target, const rect& bounds, float radius, float blur, sf::Color tint,
            float strength);

} // namespace motcua::ui::shapes
