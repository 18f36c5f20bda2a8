#include "ui/shapes.hpp"

#include <SFML/Graphics/VertexArray.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace motcua::ui::shapes {
namespace {

/// The outline of a rounded rectangle, `grow` pixels outside of it. Outlines of one rectangle with equal
/// `steps` have equally many points, so that a ring lies between any two.
std::vector<sf::Vector2f> path(const rect& bounds, float radius, float grow, int steps)
{
    const float arc = std::max(0.0F, radius + grow);
    std::vector<sf::Vector2f> points;
    for (int corner = 0; corner < 4; ++corner) {
        const float x = corner == 0 || corner == 3 ? bounds.right() - radius : bounds.x + radius;
        const float y = corner < 2 ? bounds.bottom() - radius : bounds.y + radius;
        for (int step = 0; step <= steps; ++step) {
            const float angle =
                (static_cast<float>(corner) + static_cast<float>(step) / static_cast<float>(steps)) *
                std::numbers::pi_v<float> / 2;
            points.emplace_back(x + arc * std::cos(angle), y + arc * std::sin(angle));
        }
    }
    return points;
}

int steps_for(float radius) { return std::clamp(static_cast<int>(std::lround(radius / 2)), 3, 48); }

sf::Color faded(sf::Color tint, float share)
{
    tint.a = static_cast<sf::Uint8>(std::lround(static_cast<float>(tint.a) * share));
    return tint;
}

void fan(sf::RenderTarget& target, const std::vector<sf::Vector2f>& points, sf::Color tint)
{
    sf::VertexArray triangles(sf::TriangleFan);
    for (const auto& p : points) {
        triangles.append({p, tint});
    }
    target.draw(triangles);
}

void ring(sf::RenderTarget& target, const std::vector<sf::Vector2f>& inner, sf::Color in,
          const std::vector<sf::Vector2f>& outer, sf::Color out)
{
    sf::VertexArray strip(sf::TriangleStrip);
    for (std::size_t i = 0; i <= inner.size(); ++i) {
        strip.append({inner[i % inner.size()], in});
        strip.append({outer[i % outer.size()], out});
    }
    target.draw(strip);
}

} // namespace

void fill(sf::RenderTarget& target, const rect& bounds, float radius, sf::Color tint)
{
    radius = std::min({radius, bounds.width / 2, bounds.height / 2});
    if (radius < 1) {
        fan(target,
            {{bounds.x, bounds.y},
             {bounds.right(), bounds.y},
             {bounds.right(), bounds.bottom()},
             {bounds.x, bounds.bottom()}},
            tint);
        return;
    }
    const int steps = steps_for(radius);
    const auto inner = path(bounds, radius, -0.5F, steps);
    fan(target, inner, tint);
    ring(target, inner, tint, path(bounds, radius, 0.5F, steps), faded(tint, 0));
}

void outline(sf::RenderTarget& target, const rect& bounds, float radius, float thickness, sf::Color tint)
{
    radius = std::max(std::min({radius, bounds.width / 2, bounds.height / 2}), thickness + 1);
    const int steps = steps_for(radius);
    const auto outer = path(bounds, radius, -0.5F, steps);
    const auto inner = path(bounds, radius, -thickness + 0.5F, steps);
    ring(target, outer, tint, path(bounds, radius, 0.5F, steps), faded(tint, 0));
    ring(target, inner, tint, outer, tint);
    ring(target, path(bounds, radius, -thickness - 0.5F, steps), faded(tint, 0), inner, tint);
}

void shadow(sf::RenderTarget& target, const rect& bounds, float radius, float blur, sf::Color tint,
            float strength)
{
    constexpr int rings = 8;
    const int steps = steps_for(radius);
    tint.a = static_cast<sf::Uint8>(strength);
    auto inner = path(bounds, radius, -blur / 2, steps);
    float inner_share = 1;
    for (int i = 1; i <= rings; ++i) {
        const float t = static_cast<float>(i) / rings;
        const float share = (1 - t) * (1 - t) * (1 + 2 * t); // smooth at both ends
        const auto outer = path(bounds, radius, blur * (1.5F * t - 0.5F), steps);
        ring(target, inner, faded(tint, inner_share), outer, faded(tint, share));
        inner = outer;
        inner_share = share;
    }
}

} // namespace motcua::ui::shapes
