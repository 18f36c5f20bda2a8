#pragma once
// The look shared by every window: colours, spacing, radii and the scale of type. Sizes are in units of the
// reference size. Main text has a contrast of at least 7:1 on its ground, edges of controls 3:1; colour is
// never the only sign.

#include <SFML/Graphics/Color.hpp>

#include <array>

namespace motcua::ui {

namespace colour {
inline const sf::Color white{0xFF, 0xFF, 0xFF};
inline const sf::Color ink{0x10, 0x23, 0x3F};
inline const sf::Color ink_2{0x3A, 0x4B, 0x63};
inline const sf::Color background{0xF1, 0xF5, 0xFA};
inline const sf::Color card{0xFF, 0xFF, 0xFF};
inline const sf::Color line{0xD5, 0xDE, 0xEA};
inline const sf::Color border{0x6B, 0x7F, 0x99};
inline const sf::Color navy{0x0B, 0x2F, 0x63};
inline const sf::Color navy_2{0x12, 0x3F, 0x80};
inline const sf::Color gold{0xFF, 0xC7, 0x2C};
inline const sf::Color gold_light{0xFF, 0xE0, 0x8A};
inline const sf::Color gold_background{0xFF, 0xF4, 0xD1};
inline const sf::Color amber{0x6B, 0x41, 0x00};
inline const sf::Color green{0x07, 0x60, 0x2F};
inline const sf::Color green_background{0xE2, 0xF4, 0xEA};
inline const sf::Color red{0xA5, 0x0F, 0x1A};
inline const sf::Color red_background{0xFB, 0xE9, 0xEA};
inline const sf::Color blue_background{0xE6, 0xEF, 0xFB};
inline const sf::Color board{0x07, 0x1E, 0x42};
inline const sf::Color board_row_a{0x14, 0x35, 0x68};
inline const sf::Color board_row_b{0x0F, 0x2C, 0x5A};

/// Grounds of the services' tiles, under a white sign: at least 7.4:1.
inline const std::array<sf::Color, 8> tiles{sf::Color{0x0B, 0x4F, 0xA8}, sf::Color{0x9B, 0x1B, 0x5A},
                                            sf::Color{0x07, 0x60, 0x2F}, sf::Color{0x8A, 0x3B, 0x00},
                                            sf::Color{0x4B, 0x2E, 0x9E}, sf::Color{0x00, 0x5F, 0x6B},
                                            sf::Color{0xA1, 0x1A, 0x22}, sf::Color{0x0B, 0x2F, 0x63}};
} // namespace colour

namespace space {
inline constexpr float hair = 4, tiny = 8, small = 12, normal = 16, wide = 24, large = 32, huge = 48,
                       vast = 64;
} // namespace space

namespace radius {
inline constexpr float small = 14, normal = 20, large = 24, huge = 28;
} // namespace radius

/// The scale of type. Each size is a texture of its own for every weight that uses it: choose from these.
namespace type {
inline constexpr float clock = 58, title = 52, heading = 38, subheading = 34, large = 30, body = 28,
                       small = 26, least = 24;
/// For the console only, which is read from an arm's length.
inline constexpr float console_large = 22, console = 20, console_small = 18, console_least = 16;
/// Numbers of tickets and counters: digits and capitals only.
inline constexpr float board_number = 282, ticket_number = 220, counter_number = 150, history_number = 76;
inline constexpr std::array<float, 12> scale{58, 52, 38, 34, 30, 28, 26, 24, 22, 20, 18, 16};
} // namespace type

/// A touch target in the main area of a kiosk is at least this large either way.
inline constexpr float touch_size = 96;

enum class weight
{
    regular,
    medium,
    semibold,
    bold,
    display
};
inline constexpr int weights = 5;

/// How a text looks. `display` (Inter Display ExtraBold) is for numbers.
struct text_style
{
    ui::weight weight = ui::weight::regular;
    float size = type::body;
    sf::Color ink = colour::ink;
};

} // namespace motcua::ui
