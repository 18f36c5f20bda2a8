#pragma once
// Where on the screen a window stands.

#include <SFML/System/Vector2.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace motcua::ui {

/// A window on a part of the screen, in pixels.
struct placement
{
    sf::Vector2u size;
    /// Of its left upper corner.
    sf::Vector2u position = {};
    friend bool operator==(const placement&, const placement&) = default;
};

/// "540x960", or "540x960+700+0" with a position; nothing unless both sides lie in 64 to 8192, and the corner
/// in 0 to 8192.
std::optional<placement> parse_placement(std::string_view text);

/// Where a window stands: on a part of the screen, or on the whole of a monitor.
struct window_place
{
    std::optional<placement> windowed = {};
    /// The monitor's name or number, as for chosen_monitor; empty for the primary one.
    std::string monitor = {};
    friend bool operator==(const window_place&, const window_place&) = default;
};

} // namespace motcua::ui
