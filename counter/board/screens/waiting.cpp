#include "counter/board/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Height of a service: room for names of three lines, upright of two; and at most this, so that few
/// services stay together.
constexpr float least_row_height = 100, least_row_height_upright = 74, most_row_height = 160;
/// Services that are shown at once, at most.
constexpr std::size_t most_seen = 6;
/// From here on a wait is given in hours.
constexpr int minutes_told = 90;
constexpr float people_width = 84, minutes_width = 132, gap = 16;

/// How long a wait is, under the heading of minutes.
std::string wait_text(frame& frame, std::chrono::seconds wait)
{
    const int minutes = expected_minutes(wait);
    if (minutes == 0) {
        return frame.words("board.soon");
    }
    if (minutes < minutes_told) {
        return figure_text(minutes, frame.language());
    }
    return frame.words("board.hours", {{"hours", figure_text((minutes - 1) / 60, frame.language())}});
}

/// From this height on letters and figures of a row are large.
bool is_roomy(float row_height) { return row_height > 120; }

/// Of the figures: as large in every row, so the longest decides.
float figure_size(frame& frame, const std::vector<service>& all, float row_height)
{
    std::vector<std::string> figures;
    figures.reserve(all.size());
    for (const auto& one : all) {
        figures.push_back(figure_text(one.waiting, frame.language()));
    }
    const text_style style{weight::bold, is_roomy(row_height) ? type::title : type::heading};
    return frame.canvas.fitting_size({0, 0, people_width, row_height}, figures, style,
                                     {.smallest = type::body});
}

/// Of the word for a service that issues no tickets.
std::string_view intake_key(client::intake_state state)
{
    switch (state) {
    case client::intake_state::suspended:
        return "board.suspended";
    case client::intake_state::full:
        return "board.full";
    case client::intake_state::closed:
    case client::intake_state::open:
        break;
    }
    return "board.closed";
}

/// The name in small letters where the row is low: lines of a name stand closer to each other than to the
/// hairlines.
void draw_service(frame& frame, rect line, const service& one, std::size_t nth, float size)
{
    const bool roomy = is_roomy(line.height);
    const float side = roomy ? 72 : 56;
    frame.canvas.fill({line.x, line.y, line.width, 2}, colour::line);
    letter_tile(frame, line.cut_left(side, space::normal).middle(side, side),
                colour::tiles[nth % colour::tiles.size()], one.code);
    const auto wait = line.cut_right(minutes_width, gap);
    if (!one.intake.is_open() && one.waiting == 0) {
        frame.canvas.text(wait, frame.words(intake_key(one.intake.state)),
                          {weight::medium, type::least, colour::ink_2},
                          {.across = across::right, .lines = 2, .leading = 1.2F});
    } else if (one.is_served) {
        const bool hours = expected_minutes(one.expected_wait) >= minutes_told;
        frame.canvas.text(wait, wait_text(frame, one.expected_wait),
                          {weight::semibold, hours ? type::large : size, colour::ink_2},
                          {.across = across::right});
    } else {
        frame.canvas.text(wait, frame.words("board.not_served"), {weight::medium, type::least, colour::ink_2},
                          {.across = across::right, .lines = 2, .leading = 1.2F});
    }
    frame.canvas.text(line.cut_right(people_width, space::tiny), figure_text(one.waiting, frame.language()),
                      {weight::bold, size, one.waiting == 0 ? colour::ink_2 : colour::ink},
                      {.across = across::right});
    frame.canvas.text(line, name_of(frame, one), {weight::semibold, roomy ? type::large : type::small},
                      {.lines = is_upright(frame) ? 2 : 3, .leading = 1.15F, .ends_early = true});
}

} // namespace

/// A dash never begins a line; it is wrapped with the word before it.
std::string name_of(const frame& frame, const service& service)
{
    auto name = frame.language() == "en" ? service.name_en : service.name;
    for (const std::string dash : {" –", " -"}) {
        for (auto at = name.find(dash); at != name.npos; at = name.find(dash, at + 1)) {
            name.replace(at, 1, "\u00A0");
        }
    }
    return name;
}

void draw_waiting(frame& frame, const rect& bounds, const state& state)
{
    card(frame, bounds, {.radius = radius::huge});
    auto inside = bounds.inset(space::large, is_upright(frame) ? space::small : space::wide);
    // The last row has no hairline below it, and its own room there.
    if (!is_upright(frame)) {
        inside.height += space::normal;
    }
    auto heads = inside.cut_top(is_upright(frame) ? 56 : 96);
    auto title = heads;
    if (is_upright(frame)) {
        title.cut_right(minutes_width + gap + people_width + space::tiny);
    } else {
        title = heads.cut_top(52);
    }
    frame.canvas.text(title, frame.words("board.waiting"), {weight::bold, type::subheading},
                      {.smallest = type::least});
    const text_style small{weight::medium, type::least, colour::ink_2};
    frame.canvas.text(heads.cut_right(minutes_width, gap), frame.words("board.minutes"), small,
                      {.across = across::right});
    frame.canvas.text(heads.cut_right(people_width + space::tiny), frame.words("board.people"), small,
                      {.across = across::right});
    const float least = is_upright(frame) ? least_row_height_upright : least_row_height;
    const auto seen = std::clamp(static_cast<std::size_t>(inside.height / least), std::size_t{1}, most_seen);
    const auto pages = std::max<std::size_t>(1, (state.services.size() + seen - 1) / seen);
    const auto first = state.turn % pages * seen;
    const auto count = std::min(seen, state.services.size() - first);
    const float shown = static_cast<float>(std::max<std::size_t>(count, pages > 1 ? seen : 1));
    const float height = std::min(inside.height / shown, most_row_height);
    const float size = figure_size(frame, state.services, height);
    for (std::size_t i = first; i < first + count; ++i) {
        draw_service(frame, inside.cut_top(height), state.services[i], i, size);
    }
}

} // namespace motcua::counter::board
