#include "ui/widgets.hpp"

#include <algorithm>

namespace motcua::ui {
namespace {

/// Beside a text of size 1.
constexpr float icon_side_of_text = 1.1F, icon_gap_of_text = 0.35F;

struct tone_paint
{
    sf::Color ground;
    sf::Color ink;
};

tone_paint paint_of(tone tone)
{
    switch (tone) {
    case tone::information:
        return {colour::blue_background, colour::navy};
    case tone::good:
        return {colour::green_background, colour::green};
    case tone::priority:
        return {colour::gold_background, colour::amber};
    case tone::alert:
        return {colour::red_background, colour::red};
    case tone::neutral:
        break;
    }
    return {sf::Color(0xE3, 0xE9, 0xF1), colour::ink_2};
}

} // namespace

void card(frame& frame, const rect& bounds, const card_look& look)
{
    if (look.shadow) {
        frame.canvas.shadow(bounds, look.radius);
    }
    frame.canvas.fill(bounds, look.ground, look.radius);
    frame.canvas.outline(bounds, look.edge, 2, look.radius);
}

void touch_card(frame& frame, const rect& bounds, const action& action, const card_look& look)
{
    frame.touch(bounds, action, look.is_key);
    if (!frame.pressed(action)) {
        return card(frame, bounds, look);
    }
    frame.canvas.fill(bounds, colour::green_background, look.radius);
    frame.canvas.outline(bounds, colour::green, 4, look.radius);
}

void icon_tile(frame& frame, const rect& bounds, sf::Color ground, std::string_view icon, sf::Color ink)
{
    frame.canvas.fill(bounds, ground, bounds.width / 4);
    frame.canvas.icon(icon, bounds.centre(), bounds.width * 0.56F, ink);
}

void letter_tile(frame& frame, const rect& bounds, sf::Color ground, std::string_view letter)
{
    frame.canvas.fill(bounds, ground, bounds.width / 4);
    const float size = bounds.width > 140  ? type::clock
                       : bounds.width > 80 ? type::title
                       : bounds.width > 50 ? type::heading
                                           : type::least;
    frame.canvas.text(bounds.inset(4), letter, {weight::bold, size, colour::white},
                      {.across = across::centre, .smallest = type::console_least});
}

rect chip(frame& frame, point at, std::string_view text, tone tone, float size, bool dot)
{
    const auto p = paint_of(tone);
    const text_style style{weight::semibold, size, p.ink};
    const float height = size * 1.8F;
    const float before = dot ? size * 0.95F : 0;
    const float width = frame.canvas.text_width(text, style) + before + size * 1.6F;
    rect r{at.x, at.y - height / 2, width, height};
    frame.canvas.fill(r, p.ground, height / 2);
    if (dot) {
        frame.canvas.disc({r.x + size * 1.1F, at.y}, size * 0.6F, p.ink);
    }
    frame.canvas.text({r.x + size * 0.8F + before, r.y, width - before - size * 1.6F + 1, height}, text,
                      style);
    return r;
}

float labelled_icon_width(float size) { return size * (icon_side_of_text + icon_gap_of_text); }

rect labelled_icon(frame& frame, const rect& bounds, std::string_view icon, std::string_view text,
                   const text_style& style, across side)
{
    const float icon_side = style.size * icon_side_of_text;
    const float gap = style.size * icon_gap_of_text;
    const float taken = labelled_icon_width(style.size) + frame.canvas.text_width(text, style);
    const float x = side == across::left    ? bounds.x
                    : side == across::right ? bounds.right() - taken
                                            : bounds.x + (bounds.width - taken) / 2;
    frame.canvas.icon(icon, {x + icon_side / 2, bounds.centre().y}, icon_side, style.ink);
    frame.canvas.text({x + icon_side + gap, bounds.y, taken - icon_side - gap + 1, bounds.height}, text,
                      style);
    if (taken > bounds.width + 1) {
        frame.canvas.complain("does not fit: " + std::string(text));
    }
    return {x, bounds.y, taken, bounds.height};
}

void segmented(frame& frame, const rect& bounds, const std::vector<choice>& choices, float size)
{
    frame.canvas.fill(bounds, colour::white, bounds.height / 2);
    frame.canvas.outline(bounds, colour::border, 2, bounds.height / 2);
    const auto inside = bounds.inset(5);
    const float padding = size * 0.65F;
    float total = 0;
    for (const auto& c : choices) {
        total += frame.canvas.text_width(c.label, {weight::bold, size, {}}) + 2 * padding;
    }
    float x = inside.x;
    for (const auto& c : choices) {
        const float share =
            (frame.canvas.text_width(c.label, {weight::bold, size, {}}) + 2 * padding) / total;
        const rect part{x, inside.y, inside.width * share, inside.height};
        x = part.right();
        if (c.chosen) {
            frame.canvas.fill(part, colour::navy, part.height / 2);
        } else if (frame.pressed(c.action)) {
            frame.canvas.fill(part, colour::blue_background, part.height / 2);
        }
        frame.canvas.text(part, c.label, {weight::bold, size, c.chosen ? colour::white : colour::ink},
                          {.across = across::centre});
        frame.touch({part.x, bounds.y, part.width, bounds.height}, c.action);
    }
}

void banner(frame& frame, const rect& bounds, tone tone, std::string_view icon, std::string_view text,
            float size)
{
    const auto p = paint_of(tone);
    frame.canvas.fill(bounds, p.ground, radius::small);
    frame.canvas.outline(bounds, p.ink, 2, radius::small);
    auto inside = bounds.inset(space::wide, space::tiny);
    const auto place = inside.cut_left(size * 1.4F, space::normal);
    frame.canvas.icon(icon, place.centre(), size * 1.4F, p.ink);
    frame.canvas.text(inside, text, {weight::semibold, size, p.ink},
                      {.lines = 2, .smallest = type::console_least});
}

rect dialog(frame& frame, const rect& area, float width, float height)
{
    frame.cover();
    frame.canvas.fill(area, {colour::board.r, colour::board.g, colour::board.b, 170});
    const auto sheet = area.middle(width, height);
    frame.canvas.shadow(sheet, radius::huge);
    frame.canvas.fill(sheet, colour::white, radius::huge);
    return sheet.inset(space::large);
}

void text_field(frame& frame, const rect& bounds, const field_look& look, const action& action)
{
    frame.touch(bounds, action);
    frame.canvas.fill(bounds, colour::white, radius::small);
    frame.canvas.outline(bounds, look.focused ? colour::navy : colour::border, look.focused ? 3.0F : 2.0F,
                         radius::small);
    auto inside = bounds.inset(space::normal, space::hair);
    std::string shown;
    for (const char c : look.text) {
        if (look.secret && (c & 0xC0) != 0x80) {
            shown += "•"; // one dot a letter, not a byte
        }
    }
    if (!look.secret) {
        shown = look.text;
    }
    const bool empty = shown.empty();
    const auto taken = frame.canvas.text(inside, empty ? look.placeholder : shown,
                                         {weight::medium, look.size, empty ? colour::ink_2 : colour::ink});
    if (!look.focused) {
        return;
    }
    const float x = empty ? inside.x - 3 : taken.right() + 2;
    frame.canvas.fill({x, bounds.centre().y - look.size * 0.6F, 3, look.size * 1.2F}, colour::navy);
}

rect list_row(frame& frame, const rect& bounds, bool highlighted, float padding)
{
    if (highlighted) {
        frame.canvas.fill(bounds, colour::blue_background, radius::small);
    }
    const auto inside = bounds.inset(padding, 0);
    if (!highlighted) {
        frame.canvas.fill({inside.x, bounds.bottom() - 1, inside.width, 2}, colour::line);
    }
    return inside;
}

void progress(frame& frame, const rect& bounds, float share, sf::Color tint)
{
    frame.canvas.fill(bounds, colour::line, bounds.height / 2);
    const float filled = bounds.width * std::clamp(share, 0.0F, 1.0F);
    if (filled >= bounds.height) {
        frame.canvas.fill({bounds.x, bounds.y, filled, bounds.height}, tint, bounds.height / 2);
    }
}

} // namespace motcua::ui
