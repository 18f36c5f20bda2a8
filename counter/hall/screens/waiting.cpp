#include "counter/hall/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::hall {

using namespace ui;

namespace {

/// Height of a service: room for names of three lines, upright of two; and no more than this, lest few
/// services fall apart.
constexpr float least_row_height = 100, least_row_height_upright = 74, most_row_height = 160;
/// Of no service is more told than so many at once.
constexpr std::size_t most_seen = 6;
/// From here on a wait is told in hours.
constexpr int minutes_told = 90;
constexpr float people_width = 84, minutes_width = 132, gap = 16;

/// How long a wait is, under the heading of minutes.
std::string wait_text(frame& f, std::chrono::seconds wait)
{
    const int minutes = expected_minutes(wait);
    if (minutes == 0) return f.words("hall.soon");
    if (minutes < minutes_told) return figure_text(minutes, f.language());
    return f.words("hall.hours", {{"hours", figure_text((minutes - 1) / 60, f.language())}});
}

/// Whether a row is high enough for larger figures and names.
bool is_roomy(float height) { return height > 120; }

float tile_side(float height) { return is_roomy(height) ? 72 : 56; }

text_layout layout_of_names(const frame& f)
{
    return {.lines = is_upright(f) ? 2 : 3, .leading = 1.15F, .ends_early = true};
}

/// How large the names are in rows of `height`, alike in all: three lines would touch the lines between low
/// rows.
float name_size(frame& f, const state& s, float width, float height)
{
    if (is_roomy(height)) return type::large;
    if (is_upright(f)) return type::body;
    width -= tile_side(height) + space::normal + minutes_width + gap + people_width + space::tiny;
    const auto layout = layout_of_names(f);
    const bool three_lines = std::ranges::any_of(s.services, [&](const service& one) {
        return f.canvas.text_height(width, name_of(f, one), {weight::semibold, type::body}, layout) >
               2.5F * type::body * layout.leading;
    });
    return three_lines ? type::least : type::body;
}

void draw_service(frame& f, rect line, const service& one, std::size_t nth, float letters)
{
    const float side = tile_side(line.height);
    const float size = is_roomy(line.height) ? type::title : type::heading;
    f.canvas.fill({line.x, line.y, line.width, 2}, colour::line);
    letter_tile(f, line.cut_left(side, space::normal).middle(side, side),
                colour::tiles[nth % colour::tiles.size()], one.code);
    const auto wait = line.cut_right(minutes_width, gap);
    if (one.is_served) {
        const bool hours = expected_minutes(one.expected_wait) >= minutes_told;
        f.canvas.text(wait, wait_text(f, one.expected_wait),
                      {weight::semibold, hours ? type::large : size, colour::ink_2},
                      {.across = across::right});
    } else {
        f.canvas.text(wait, f.words("hall.not_served"), {weight::medium, type::least, colour::ink_2},
                      {.across = across::right, .lines = 2, .leading = 1.2F});
    }
    f.canvas.text(line.cut_right(people_width, space::tiny), figure_text(one.waiting, f.language()),
                  {weight::bold, size, one.waiting == 0 ? colour::ink_2 : colour::ink},
                  {.across = across::right, .smallest = type::body});
    f.canvas.text(line, name_of(f, one), {weight::semibold, letters}, layout_of_names(f));
}

} // namespace

/// A dash never begins a line; it is wrapped with the word before it.
std::string name_of(const frame& f, const service& s)
{
    auto name = f.language() == "en" ? s.name_en : s.name;
    for (const std::string dash : {" –", " -"})
        for (auto at = name.find(dash); at != name.npos; at = name.find(dash, at + 1))
            name.replace(at, 1, "\u00A0");
    return name;
}

void draw_waiting(frame& f, const rect& r, const state& s)
{
    card(f, r, {.radius = radius::huge});
    auto inside = r.inset(space::large, is_upright(f) ? space::small : space::wide);
    auto heads = inside.cut_top(is_upright(f) ? 56 : 96);
    auto title = heads;
    if (is_upright(f))
        title.cut_right(minutes_width + gap + people_width + space::tiny);
    else
        title = heads.cut_top(52);
    f.canvas.text(title, f.words("hall.waiting"), {weight::bold, type::subheading},
                  {.smallest = type::least});
    const text_style small{weight::medium, type::least, colour::ink_2};
    f.canvas.text(heads.cut_right(minutes_width, gap), f.words("hall.minutes"), small,
                  {.across = across::right});
    f.canvas.text(heads.cut_right(people_width + space::tiny), f.words("hall.people"), small,
                  {.across = across::right});
    const float least = is_upright(f) ? least_row_height_upright : least_row_height;
    const auto seen = std::clamp(static_cast<std::size_t>(inside.height / least), std::size_t{1}, most_seen);
    const auto pages = std::max<std::size_t>(1, (s.services.size() + seen - 1) / seen);
    const auto first = s.turn % pages * seen;
    const auto count = std::min(seen, s.services.size() - first);
    const float shown = static_cast<float>(std::max<std::size_t>(count, pages > 1 ? seen : 1));
    const float height = std::min(inside.height / shown, most_row_height);
    const float letters = name_size(f, s, inside.width, height);
    for (std::size_t i = first; i < first + count; ++i)
        draw_service(f, inside.cut_top(height), s.services[i], i, letters);
}

} // namespace motcua::counter::hall
