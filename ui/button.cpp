// Buttons and their keys.

#include "ui/widgets.hpp"

#include <algorithm>

namespace motcua::ui {
namespace {

/// Between the words of a plain button and its key.
constexpr float key_gap = space::small;

struct paint
{
    sf::Color ground;
    sf::Color ink;
    sf::Color edge;
    sf::Color key_ground;
};

sf::Color mixed(sf::Color first, sf::Color second, float share)
{
    const auto mix = [share](sf::Uint8 from, sf::Uint8 to) {
        return static_cast<sf::Uint8>(static_cast<float>(from) * (1 - share) +
                                      static_cast<float>(to) * share);
    };
    return {mix(first.r, second.r), mix(first.g, second.g), mix(first.b, second.b)};
}

paint paint_of(button_kind kind, bool enabled, bool pressed)
{
    using namespace colour;
    if (!enabled) {
        return {sf::Color(0xE3, 0xE9, 0xF1), sf::Color(0x5B, 0x6B, 0x82), line, sf::Color(0xD5, 0xDE, 0xEA)};
    }
    const float dark = pressed ? 0.35F : 0;
    const auto solid = [dark](sf::Color tint) {
        return paint{mixed(tint, ink, dark), white, mixed(tint, ink, dark), mixed(tint, white, 0.18F)};
    };
    switch (kind) {
    case button_kind::call:
        return solid(green);
    case button_kind::primary:
        return solid(navy);
    case button_kind::danger:
        return solid(red);
    case button_kind::tonal:
        return {pressed ? mixed(blue_background, navy, 0.18F) : blue_background, navy, blue_background,
                mixed(blue_background, navy, 0.12F)};
    case button_kind::outlined:
        break;
    }
    return {pressed ? blue_background : white, ink, pressed ? navy : border, blue_background};
}

void stacked_label(frame& frame, const rect& bounds, const button_look& look, const paint& paint)
{
    auto inside = bounds.inset(space::normal);
    auto upper = inside.cut_top(inside.height / 2);
    if (!look.icon.empty()) {
        frame.canvas.icon(look.icon, {upper.x + look.size * 0.75F, upper.centre().y}, look.size * 1.5F,
                          paint.ink);
    }
    if (!look.key.empty()) {
        frame.canvas.text(upper, look.key, {weight::semibold, type::console_small, paint.ink},
                          {.across = across::right});
    }
    frame.canvas.text(inside, look.label, {weight::bold, look.size, paint.ink},
                      {.down = down::bottom, .smallest = type::console_least});
}

/// Of its letters on the chip.
float key_size(const button_look& look) { return std::max(type::console_least, look.size * 0.7F); }

float key_width(const frame& frame, const button_look& look)
{
    const float size = key_size(look);
    const float letters = frame.canvas.text_width(look.key, {weight::semibold, size, {}});
    return std::max(size * 2.4F, letters + size);
}

void plain_label(frame& frame, const rect& bounds, const button_look& look, const paint& paint)
{
    const text_style style{weight::bold, look.size, paint.ink};
    auto inside = bounds.inset(space::normal, 0);
    if (!look.key.empty()) {
        const auto place = inside.cut_right(key_width(frame, look), key_gap);
        const float size = key_size(look);
        key_chip(frame, place.middle(place.width, size * 1.8F), look.key, paint.key_ground, paint.ink, size);
    }
    const float icon = look.icon.empty() ? 0 : look.size * 1.35F;
    const float gap = look.icon.empty() ? 0 : look.size * 0.55F;
    const float taken = icon + gap + frame.canvas.text_width(look.label, style);
    auto middle = inside.middle(std::min(taken, inside.width), inside.height);
    middle.cut_left(icon, gap);
    const auto words = frame.canvas.text(
        middle, look.label, style, {.across = across::centre, .lines = 2, .smallest = type::console_least});
    // Beside the words: those of two lines leave room before them.
    if (icon > 0) {
        frame.canvas.icon(look.icon, {words.x - gap - icon / 2, middle.centre().y}, icon, paint.ink);
    }
}

} // namespace

void button(frame& frame, const rect& bounds, const button_look& look, const action& action)
{
    const auto p = paint_of(look.kind, look.enabled, look.enabled && frame.pressed(action));
    if (look.enabled) {
        frame.touch(bounds, action);
        if (look.kind != button_kind::tonal) {
            frame.canvas.shadow(bounds, look.radius);
        }
    }
    frame.canvas.fill(bounds, p.ground, look.radius);
    if (look.kind == button_kind::outlined) {
        frame.canvas.outline(bounds, p.edge, 2, look.radius);
    }
    look.stacked ? stacked_label(frame, bounds, look, p) : plain_label(frame, bounds, look, p);
}

float button_width(const frame& frame, const button_look& look)
{
    // A hair more: widths are rounded, and words that just fit would wrap.
    const float words = frame.canvas.text_width(look.label, {weight::bold, look.size, {}}) + 2;
    return 2 * space::normal + words + (look.key.empty() ? 0 : key_gap + key_width(frame, look));
}

void key_chip(frame& frame, const rect& bounds, std::string_view key, sf::Color ground, sf::Color ink,
              float size)
{
    frame.canvas.fill(bounds, ground, space::tiny);
    frame.canvas.text(bounds, key, {weight::semibold, size, ink}, {.across = across::centre});
}

} // namespace motcua::ui
