#include "ui/shapes.hpp"

#include <SFML/Graphics/VertexArray.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace motcua::ui::shapes {
namespace {

/// The outline of a rounded rectangle, `grow` pixels outside of it. Outlines of one rectangle with equal
/// `steps` have equally many points, so that a ring lies between any two.
std::vector<sf::Vector2f> path(const rect& r, float radius, float grow, int steps)
{
    const float arc = std::max(0.0F, radius + grow);
    std::vector<sf::Vector2f> points;
    for (int corner = 0; corner < 4; ++corner) {
        const float x = corner == 0 || corner == 3 ? r.right() - radius : r.x + radius;
        const float y = corner < 2 ? r.bottom() - radius : r.y + radius;
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

sf::Color faded(sf::Color c, float share)
{
    c.a = static_cast<sf::Uint8>(std::lround(static_cast<float>(c.a) * share));
    return c;
}

void fan(sf::RenderTarget& target, const std::vector<sf::Vector2f>& points, sf::Color c)
{
    sf::VertexArray triangles(sf::TriangleFan);
    for (const auto& p : points) {
        triangles.append({p, c});
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

void fill(sf::RenderTarget& target, const rect& r, float radius, sf::Color c)
{
    radius = std::min({radius, r.width / 2, r.height / 2});
    if (radius < 1) {
        fan(target, {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}, c);
        return;
    }
    const int steps = steps_for(radius);
    const auto inner = path(r, radius, -0.5F, steps);
    fan(target, inner, c);
    ring(target, inner, c, path(r, radius, 0.5F, steps), faded(c, 0));
}

void outline(sf::RenderTarget& target, const rect& r, float radius, float thickness, sf::Color c)
{
    radius = std::max(std::min({radius, r.width / 2, r.height / 2}), thickness + 1);
    const int steps = steps_for(radius);
    const auto outer = path(r, radius, -0.5F, steps);
    const auto inner = path(r, radius, -thickness + 0.5F, steps);
    ring(target, outer, c, path(r, radius, 0.5F, steps), faded(c, 0));
    ring(target, inner, c, outer, c);
    ring(target, path(r, radius, -thickness - 0.5F, steps), faded(c, 0), inner, c);
}

void shadow(sf::RenderTarget& target, const rect& r, float radius, float blur, sf::Color c, float strength)
{
    constexpr int rings = 8;
    const int steps = steps_for(radius);
    c.a = static_cast<sf::Uint8>(strength);
    auto inner = path(r, radius, -blur / 2, steps);
    float inner_share = 1;
    for (int i = 1; i <= rings; ++i) {
        const float t = static_cast<float>(i) / rings;
        const float share = (1 - t) * (1 - t) * (1 + 2 * t); // smooth at both ends
        const auto outer = path(r, radius, blur * (1.5F * t - 0.5F), steps);
        ring(target, inner, faded(c, inner_share), outer, faded(c, share));
        inner = outer;
        inner_share = share;
    }
}

} // namespace motcua::ui::shapes
