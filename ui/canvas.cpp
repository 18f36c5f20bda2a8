#include "ui/canvas.hpp"
#include "ui/limits.hpp"
#include "ui/shapes.hpp"
#include "ui/syllables.hpp"
#include "ui/text.hpp"

#include <SFML/Graphics/Sprite.hpp>
#include <SFML/Graphics/Text.hpp>
#include <SFML/Graphics/VertexArray.hpp>

#include <algorithm>
#include <cmath>

namespace motcua::ui {
namespace {

/// Height of Inter's capitals in sizes: lines are centred by them, as the eye does.
constexpr float capitals = 0.727F;

const sf::String no_break(static_cast<sf::Uint32>(0xA0));

float across_start(across side, float from, float room, float taken)
{
    return side == across::left    ? from
           : side == across::right ? from + room - taken
                                   : from + (room - taken) / 2;
}

} // namespace

/// A text laid out at one size.
struct canvas::setting
{
    float size;
    face f;
    std::vector<sf::String> lines;
    bool fits = true;
};

canvas::canvas(sf::RenderTarget& target, const ui::assets& assets, const layout_size& reference)
    : target_(target), assets_(assets)
{
    const auto size = target.getSize();
    const auto width = static_cast<float>(size.x);
    const auto height = static_cast<float>(size.y);
    scale_ = reference.scale({width, height});
    area_ = {0, 0, width / scale_, height / scale_};
    target_.setView(sf::View({0, 0, width, height}));
}

rect canvas::pixels(const rect& bounds) const
{
    const float x = std::round(bounds.x * scale_);
    const float y = std::round(bounds.y * scale_);
    return {x, y, std::round(bounds.right() * scale_) - x, std::round(bounds.bottom() * scale_) - y};
}

void canvas::fill(const rect& bounds, sf::Color tint, float radius)
{
    shapes::fill(target_, pixels(bounds), radius * scale_, tint);
}

void canvas::outline(const rect& bounds, sf::Color tint, float thickness, float radius)
{
    shapes::outline(target_, pixels(bounds), radius * scale_, std::max(1.0F, std::round(thickness * scale_)),
                    tint);
}

void canvas::gradient(const rect& bounds, sf::Color top, sf::Color bottom)
{
    const auto p = pixels(bounds);
    sf::VertexArray quad(sf::TriangleStrip);
    quad.append({{p.x, p.y}, top});
    quad.append({{p.right(), p.y}, top});
    quad.append({{p.x, p.bottom()}, bottom});
    quad.append({{p.right(), p.bottom()}, bottom});
    target_.draw(quad);
}

void canvas::shadow(const rect& bounds, float radius)
{
    shapes::shadow(target_, pixels(bounds.moved(0, 4)), radius * scale_, 14 * scale_, colour::ink, 34);
}

void canvas::disc(point centre, float diameter, sf::Color tint)
{
    const auto r = rect{centre.x, centre.y, 0, 0}.middle(diameter, diameter);
    shapes::fill(target_, pixels(r), diameter * scale_, tint);
}

void canvas::icon(std::string_view name, point centre, float size, sf::Color tint)
{
    const float side = std::round(size * scale_);
    const auto* texture = assets_.icon(name, side);
    if (!texture) {
        return complain("no icon " + std::string(name));
    }
    sf::Sprite sprite(*texture);
    const float factor = side / static_cast<float>(texture->getSize().x);
    sprite.setScale(factor, factor);
    sprite.setPosition(std::round(centre.x * scale_ - side / 2), std::round(centre.y * scale_ - side / 2));
    sprite.setColor(tint);
    target_.draw(sprite);
}

face canvas::face_of(const text_style& style) const
{
    return {&assets_.font(style.weight),
            static_cast<unsigned>(std::max(1L, std::lround(style.size * scale_)))};
}

canvas::setting canvas::set(const rect& box, std::string_view text, const text_style& style,
                            const text_layout& layout) const
{
    setting s{style.size, face_of(style), {}, true};
    const float room = std::ceil(box.width * scale_);
    const auto all = tied(letters(text));
    s.lines = layout.lines > 1 ? wrapped(s.f, all, room) : std::vector{all};
    const float leading = style.weight == weight::display ? capitals : layout.leading;
    const float height = static_cast<float>(s.lines.size()) * style.size * leading;
    s.fits = static_cast<int>(s.lines.size()) <= std::min(layout.lines, limits::text_lines) &&
             height <= box.height + 1;
    for (const auto& line : s.lines) {
        s.fits = s.fits && width(s.f, line) <= room;
    }
    return s;
}

canvas::setting canvas::fitted(const rect& box, std::string_view text, text_style style,
                               const text_layout& layout) const
{
    auto s = set(box, text, style, layout);
    for (const float size : type::scale) {
        if (s.fits) {
            break;
        }
        if (size >= style.size || size < layout.smallest || layout.smallest == 0) {
            continue;
        }
        style.size = size;
        s = set(box, text, style, layout);
    }
    return s;
}

float canvas::fitting_size(const rect& box, const std::vector<std::string>& texts, const text_style& style,
                           const text_layout& layout) const
{
    float size = style.size;
    for (const auto& text : texts) {
        size = fitted(box, text, {style.weight, size, style.ink}, layout).size;
    }
    return size;
}

float canvas::text_height(float room, std::string_view text, const text_style& style,
                          const text_layout& layout) const
{
    const auto lines = set({0, 0, room, 0}, text, style, layout).lines.size();
    return static_cast<float>(lines) * style.size * layout.leading;
}

rect canvas::text(const rect& box, std::string_view text, const text_style& style, const text_layout& layout)
{
    auto s = fitted(box, text, style, layout);
    const float room = std::ceil(box.width * scale_);
    if (!s.fits) {
        if (layout.ends_early) {
            s.lines = filled(s.f, tied(letters(text)), room); // holds more than lines that are alike
        } else {
            complain("does not fit: " + std::string(text));
        }
        const auto kept = static_cast<std::size_t>(std::clamp(layout.lines, 1, limits::text_lines));
        for (std::size_t i = kept; i < s.lines.size(); ++i) {
            s.lines[kept - 1] += sf::String(" ") + s.lines[i];
        }
        s.lines.resize(std::min(s.lines.size(), kept));
        for (auto& line : s.lines) {
            if (width(s.f, line) > room) {
                line = shortened(s.f, line, room);
            }
        }
    }

    const float size = static_cast<float>(s.f.pixels);
    const float step = std::round(size * (style.weight == weight::display ? 1.0F : layout.leading));
    const float block = step * static_cast<float>(s.lines.size());
    const float free = box.height * scale_ - block;
    const float top = box.y * scale_ + (layout.down == down::top      ? 0
                                        : layout.down == down::middle ? free / 2
                                                                      : free);
    float left = box.right() * scale_;
    float widest = 0;
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
        const float taken = width(s.f, s.lines[i]);
        const float x = std::round(across_start(layout.across, box.x * scale_, box.width * scale_, taken));
        const float baseline = top + step * (static_cast<float>(i) + 0.5F) + size * capitals / 2;
        draw_line(s.lines[i], s.f, x, std::round(baseline), style.ink);
        left = std::min(left, x);
        widest = std::max(widest, taken);
    }
    return {left / scale_, top / scale_, widest / scale_, block / scale_};
}

void canvas::timer(const rect& box, std::string_view text, const text_style& style, across side)
{
    const auto f = face_of(style);
    const auto all = letters(text);
    float cell = 0;
    for (char digit = '0'; digit <= '9'; ++digit) {
        cell = std::max(cell, width(f, digit));
    }
    const auto cell_of = [&](sf::Uint32 letter) {
        return letter >= '0' && letter <= '9' ? cell : width(f, letter);
    };
    float taken = 0;
    for (const auto letter : all) {
        taken += cell_of(letter);
    }
    float x = std::round(across_start(side, box.x * scale_, box.width * scale_, taken));
    const float baseline = std::round(box.centre().y * scale_ + static_cast<float>(f.pixels) * capitals / 2);
    for (const auto letter : all) {
        draw_line(letter, f, std::round(x + (cell_of(letter) - width(f, letter)) / 2), baseline, style.ink);
        x += cell_of(letter);
    }
    if (taken > box.width * scale_ + 1) {
        complain("does not fit: " + std::string(text));
    }
}

float canvas::text_width(std::string_view text, const text_style& style) const
{
    return width(face_of(style), letters(text)) / scale_;
}

void canvas::draw_line(const sf::String& line, const face& face, float left, float baseline, sf::Color tint)
{
    // Of a glyph without a picture SFML draws a corner of another one.
    auto seen = line;
    seen.replace(no_break, sf::String(" "));
    sf::Text drawn(seen, *face.font, face.pixels);
    // SFML puts the base line one size below the top.
    drawn.setPosition(left, baseline - static_cast<float>(face.pixels));
    drawn.setFillColor(tint);
    target_.draw(drawn);
}

} // namespace motcua::ui
