#include "ui/widgets.hpp"

#include <algorithm>

namespace motcua::ui {
namespace {

struct paint
{
    sf::Color ground;
    sf::Color ink;
    sf::Color edge;
    sf::Color key_ground;
};

sf::Color mixed(sf::Color a, sf::Color b, float share)
{
    const auto mix = [share](sf::Uint8 from, sf::Uint8 to) {
        return static_cast<sf::Uint8>(static_cast<float>(from) * (1 - share) +
                                      static_cast<float>(to) * share);
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b)};
}

paint paint_of(button_kind kind, bool enabled, bool pressed)
{
    using namespace colour;
    if (!enabled) {
        return {sf::Color(0xE3, 0xE9, 0xF1), sf::Color(0x5B, 0x6B, 0x82), line, sf::Color(0xD5, 0xDE, 0xEA)};
    }
    const float dark = pressed ? 0.35F : 0;
    const auto solid = [dark](sf::Color c) {
        return paint{mixed(c, ink, dark), white, mixed(c, ink, dark), mixed(c, white, 0.18F)};
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

struct tone_paint
{
    sf::Color ground;
    sf::Color ink;
};

tone_paint paint_of(tone t)
{
    switch (t) {
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

void stacked_label(frame& f, const rect& r, const button_look& look, const paint& p)
{
    auto inside = r.inset(space::normal);
    auto upper = inside.cut_top(inside.height / 2);
    if (!look.icon.empty()) {
        f.canvas.icon(look.icon, {upper.x + look.size * 0.75F, upper.centre().y}, look.size * 1.5F, p.ink);
    }
    if (!look.key.empty()) {
        f.canvas.text(upper, look.key, {weight::semibold, type::desk_small, p.ink},
                      {.across = across::right});
    }
    f.canvas.text(inside, look.label, {weight::bold, look.size, p.ink},
                  {.down = down::bottom, .smallest = type::desk_least});
}

void plain_label(frame& f, const rect& r, const button_look& look, const paint& p)
{
    const text_style style{weight::bold, look.size, p.ink};
    auto inside = r.inset(space::normal, 0);
    if (!look.key.empty()) {
        const float key_size = std::max(type::desk_least, look.size * 0.7F);
        const float letters = f.canvas.text_width(look.key, {weight::semibold, key_size, {}});
        auto place = inside.cut_right(std::max(key_size * 2.4F, letters + key_size), space::small);
        key_chip(f, place.middle(place.width, key_size * 1.8F), look.key, p.key_ground, p.ink, key_size);
    }
    const float icon = look.icon.empty() ? 0 : look.size * 1.35F;
    const float gap = look.icon.empty() ? 0 : look.size * 0.55F;
    const float taken = icon + gap + f.canvas.text_width(look.label, style);
    auto middle = inside.middle(std::min(taken, inside.width), inside.height);
    middle.cut_left(icon, gap);
    const auto words = f.canvas.text(middle, look.label, style,
                                     {.across = across::centre, .lines = 2, .smallest = type::desk_least});
    // Beside the words: those of two lines leave room before them.
    if (icon > 0) {
        f.canvas.icon(look.icon, {words.x - gap - icon / 2, middle.centre().y}, icon, p.ink);
    }
}

} // namespace

void card(frame& f, const rect& r, const card_look& look)
{
    if (look.shadow) {
        f.canvas.shadow(r, look.radius);
    }
    f.canvas.fill(r, look.ground, look.radius);
    f.canvas.outline(r, look.edge, 2, look.radius);
}

void touch_card(frame& f, const rect& r, const action& a, const card_look& look)
{
    f.touch(r, a);
    if (!f.pressed(a)) {
        return card(f, r, look);
    }
    f.canvas.fill(r, colour::green_background, look.radius);
    f.canvas.outline(r, colour::green, 4, look.radius);
}

void icon_tile(frame& f, const rect& r, sf::Color ground, std::string_view icon, sf::Color ink)
{
    f.canvas.fill(r, ground, r.width / 4);
    f.canvas.icon(icon, r.centre(), r.width * 0.56F, ink);
}

void letter_tile(frame& f, const rect& r, sf::Color ground, std::string_view letter)
{
    f.canvas.fill(r, ground, r.width / 4);
    const float size = r.width > 140  ? type::clock
                       : r.width > 80 ? type::title
                       : r.width > 50 ? type::heading
                                      : type::least;
    f.canvas.text(r.inset(4), letter, {weight::bold, size, colour::white},
                  {.across = across::centre, .smallest = type::desk_least});
}

void button(frame& f, const rect& r, const button_look& look, const action& a)
{
    const auto p = paint_of(look.kind, look.enabled, look.enabled && f.pressed(a));
    if (look.enabled) {
        f.touch(r, a);
        if (look.kind != button_kind::tonal) {
            f.canvas.shadow(r, look.radius);
        }
    }
    f.canvas.fill(r, p.ground, look.radius);
    if (look.kind == button_kind::outlined) {
        f.canvas.outline(r, p.edge, 2, look.radius);
    }
    look.stacked ? stacked_label(f, r, look, p) : plain_label(f, r, look, p);
}

void key_chip(frame& f, const rect& r, std::string_view key, sf::Color ground, sf::Color ink, float size)
{
    f.canvas.fill(r, ground, space::tiny);
    f.canvas.text(r, key, {weight::semibold, size, ink}, {.across = across::centre});
}

rect chip(frame& f, point at, std::string_view text, tone t, float size, bool dot)
{
    const auto p = paint_of(t);
    const text_style style{weight::semibold, size, p.ink};
    const float height = size * 1.8F;
    const float before = dot ? size * 0.95F : 0;
    const float width = f.canvas.text_width(text, style) + before + size * 1.6F;
    rect r{at.x, at.y - height / 2, width, height};
    f.canvas.fill(r, p.ground, height / 2);
    if (dot) {
        f.canvas.disc({r.x + size * 1.1F, at.y}, size * 0.6F, p.ink);
    }
    f.canvas.text({r.x + size * 0.8F + before, r.y, width - before - size * 1.6F + 1, height}, text, style);
    return r;
}

rect labelled_icon(frame& f, const rect& r, std::string_view icon, std::string_view text,
                   const text_style& style, across a)
{
    const float side = style.size * 1.1F;
    const float gap = style.size * 0.35F;
    const float taken = side + gap + f.canvas.text_width(text, style);
    const float x = a == across::left    ? r.x
                    : a == across::right ? r.right() - taken
                                         : r.x + (r.width - taken) / 2;
    f.canvas.icon(icon, {x + side / 2, r.centre().y}, side, style.ink);
    f.canvas.text({x + side + gap, r.y, taken - side - gap + 1, r.height}, text, style);
    if (taken > r.width + 1) {
        f.canvas.complain("does not fit: " + std::string(text));
    }
    return {x, r.y, taken, r.height};
}

void segmented(frame& f, const rect& r, const std::vector<choice>& choices, float size)
{
    f.canvas.fill(r, colour::white, r.height / 2);
    f.canvas.outline(r, colour::border, 2, r.height / 2);
    const auto inside = r.inset(5);
    const float padding = size * 0.65F;
    float total = 0;
    for (const auto& c : choices) {
        total += f.canvas.text_width(c.label, {weight::bold, size, {}}) + 2 * padding;
    }
    float x = inside.x;
    for (const auto& c : choices) {
        const float share = (f.canvas.text_width(c.label, {weight::bold, size, {}}) + 2 * padding) / total;
        const rect part{x, inside.y, inside.width * share, inside.height};
        x = part.right();
        if (c.chosen) {
            f.canvas.fill(part, colour::navy, part.height / 2);
        } else if (f.pressed(c.action)) {
            f.canvas.fill(part, colour::blue_background, part.height / 2);
        }
        f.canvas.text(part, c.label, {weight::bold, size, c.chosen ? colour::white : colour::ink},
                      {.across = across::centre});
        f.touch({part.x, r.y, part.width, r.height}, c.action);
    }
}

void banner(frame& f, const rect& r, tone t, std::string_view icon, std::string_view text, float size)
{
    const auto p = paint_of(t);
    f.canvas.fill(r, p.ground, radius::small);
    f.canvas.outline(r, p.ink, 2, radius::small);
    auto inside = r.inset(space::wide, space::tiny);
    const auto place = inside.cut_left(size * 1.4F, space::normal);
    f.canvas.icon(icon, place.centre(), size * 1.4F, p.ink);
    f.canvas.text(inside, text, {weight::semibold, size, p.ink}, {.lines = 2, .smallest = type::desk_least});
}

rect header(frame& f, const rect& r, const header_look& look)
{
    const float k = look.scale;
    f.canvas.gradient(r, colour::navy, colour::navy_2);
    f.canvas.fill({r.x, r.bottom() - 6 * k, r.width, 6 * k}, colour::gold);
    auto inside = r.inset(space::huge * k, 0);
    inside.height -= 6 * k;

    const auto emblem = inside.cut_left(104 * k, space::wide * k).centre();
    f.canvas.disc(emblem, 104 * k, colour::white);
    f.canvas.icon("landmark", emblem, 62 * k, colour::navy);

    const text_style clock{weight::bold, type::clock * k, colour::white};
    const text_style date{weight::medium, type::least * k, colour::white};
    const float right =
        std::max(f.canvas.text_width(look.clock, clock), f.canvas.text_width(look.date, date));
    const auto lines = [k](const rect& area) {
        const float middle = area.centre().y;
        return std::array{rect{area.x, middle - 62 * k, area.width, 76 * k},
                          rect{area.x, middle + 16 * k, area.width, 44 * k}};
    };
    const auto times = lines(inside.cut_right(right + 2, space::wide * k));
    f.canvas.text(times[0], look.clock, clock, {.across = across::right});
    f.canvas.text(times[1], look.date, date, {.across = across::right});
    const auto kept = look.reserved > 0 ? inside.cut_right(look.reserved, space::wide * k) : rect();

    const text_style title{weight::bold, type::large * k, colour::white};
    if (look.subtitle.empty()) {
        f.canvas.text(inside.middle(inside.width, 96 * k), look.title,
                      {weight::bold, type::heading * k, colour::white},
                      {.lines = 2, .smallest = type::least * k, .leading = 1.25F});
        return kept;
    }
    const float middle = inside.centre().y;
    f.canvas.text({inside.x, middle - 48 * k, inside.width, 48 * k}, look.title, title,
                  {.smallest = type::least * k});
    f.canvas.text({inside.x, middle, inside.width, 52 * k}, look.subtitle,
                  {weight::semibold, type::subheading * k, colour::gold_light},
                  {.smallest = type::least * k});
    return kept;
}

rect dialog(frame& f, const rect& area, float width, float height)
{
    f.cover();
    f.canvas.fill(area, {colour::hall.r, colour::hall.g, colour::hall.b, 170});
    const auto sheet = area.middle(width, height);
    f.canvas.shadow(sheet, radius::huge);
    f.canvas.fill(sheet, colour::white, radius::huge);
    return sheet.inset(space::large);
}

void text_field(frame& f, const rect& r, const field_look& look, const action& a)
{
    f.touch(r, a);
    f.canvas.fill(r, colour::white, radius::small);
    f.canvas.outline(r, look.focused ? colour::navy : colour::border, look.focused ? 3.0F : 2.0F,
                     radius::small);
    auto inside = r.inset(space::normal, space::hair);
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
    const auto taken = f.canvas.text(inside, empty ? look.placeholder : shown,
                                     {weight::medium, look.size, empty ? colour::ink_2 : colour::ink});
    if (!look.focused) {
        return;
    }
    const float x = empty ? inside.x - 3 : taken.right() + 2;
    f.canvas.fill({x, r.centre().y - look.size * 0.6F, 3, look.size * 1.2F}, colour::navy);
}

rect list_row(frame& f, const rect& r, bool highlighted, float padding)
{
    if (highlighted) {
        f.canvas.fill(r, colour::blue_background, radius::small);
    }
    const auto inside = r.inset(padding, 0);
    if (!highlighted) {
        f.canvas.fill({inside.x, r.bottom() - 1, inside.width, 2}, colour::line);
    }
    return inside;
}

void progress(frame& f, const rect& r, float share, sf::Color c)
{
    f.canvas.fill(r, colour::line, r.height / 2);
    const float filled = r.width * std::clamp(share, 0.0F, 1.0F);
    if (filled >= r.height) {
        f.canvas.fill({r.x, r.y, filled, r.height}, c, r.height / 2);
    }
}

} // namespace motcua::ui
