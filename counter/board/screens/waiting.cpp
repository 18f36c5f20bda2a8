#include "counter/board/screens/parts.hpp"
#include "ui/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace motcua::counter::board {

using namespace ui;

namespace {

/// Height of a service: room for names of three lines, upright of two; and at most this, so that few
/// services stay together.
constexpr float least_row_height = 100, least_row_height_upright = 74, most_row_height = 160;
/// Services that are shown at once, at most.
constexpr std::size_t most_seen = 6;
constexpr float minutes_width = 132, heading_width = 220, gap = 16;

/// How long a wait is, under the heading of minutes: one figure for all who read it from afar.
std::string wait_text(frame& frame, int minutes)
{
    if (minutes == 0) {
        return frame.words("board.soon");
    }
    if (minutes < 60) {
        return std::to_string(minutes);
    }
    const auto hours = std::to_string(minutes / 60);
    return minutes % 60 == 0
               ? frame.words("wait.whole_hours", {{"h", hours}})
               : frame.words("wait.hours", {{"h", hours}, {"m", fmt::format("{:02}", minutes % 60)}});
}

/// From this height on letters and figures of a row are large.
bool is_roomy(float row_height) { return row_height > 120; }

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

/// Why there are no minutes. Those who wait now need no opening of another day.
std::string no_wait_words(frame& frame, const client::forecast& forecast, std::chrono::local_seconds now)
{
    using client::forecast_state;
    const auto& opens_at = forecast.opens_at;
    if (forecast.state == forecast_state::planned && opens_at &&
        std::chrono::floor<std::chrono::days>(*opens_at) == std::chrono::floor<std::chrono::days>(now)) {
        return frame.words("board.planned", {{"time", clock_text(*opens_at)}});
    }
    switch (forecast.state) {
    case forecast_state::paused:
        return frame.words("board.break");
    case forecast_state::too_late:
        return frame.words("board.too_late");
    default:
        return frame.words("board.not_served");
    }
}

/// The numbers that are called next, the first of them darker; what has no room is left out.
void draw_next(frame& frame, rect line, const std::vector<std::string>& numbers, float size)
{
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const text_style style{i == 0 ? weight::bold : weight::medium, size,
                               i == 0 ? colour::navy : colour::ink};
        const float width = frame.canvas.text_width(numbers[i], style) + 1;
        if (width > line.width) {
            return;
        }
        frame.canvas.text(line.cut_left(width, space::small), numbers[i], style);
    }
}

/// The name, and below it who is next.
void draw_name(frame& frame, rect line, const service& one, bool roomy)
{
    if (one.next.empty()) {
        frame.canvas.text(line, name_of(frame, one), {weight::semibold, roomy ? type::large : type::small},
                          {.lines = is_upright(frame) ? 2 : 3, .leading = 1.15F, .ends_early = true});
        return;
    }
    const float size = type::large;
    const text_style style{weight::medium, roomy ? type::small : type::least, colour::ink_2};
    const text_layout layout{
        .down = down::bottom, .lines = is_upright(frame) ? 1 : 2, .leading = 1.15F, .ends_early = true};
    const auto name = name_of(frame, one);
    const float step = style.size * layout.leading;
    const float used =
        frame.canvas.text_height(line.width, name, style, layout) > step + 1 && layout.lines > 1 ? 2 * step
                                                                                                 : step;
    line = line.middle(line.width, used + size * 1.3F + 2);
    frame.canvas.text(line.cut_top(used + 1), name, style, layout);
    draw_next(frame, line, one.next, size);
}

/// How long one waits, or why that is not said; in words where no open counter serves it.
void draw_wait(frame& frame, const rect& bounds, const state& state, const service& one)
{
    const text_style small{weight::medium, type::least, colour::ink_2};
    const text_layout layout{.across = across::right, .lines = 2, .leading = 1.2F};
    if (!one.intake.is_open() && one.waiting == 0) {
        return void(frame.canvas.text(bounds, frame.words(intake_key(one.intake.state)), small, layout));
    }
    if (one.forecast.state != client::forecast_state::open || !one.forecast.wait) {
        return void(
            frame.canvas.text(bounds, no_wait_words(frame, one.forecast, *state.time), small, layout));
    }
    const int minutes = nearest_minutes(one.forecast.wait->expected);
    const float size = minutes >= 60 ? type::large : is_roomy(bounds.height) ? type::title : type::heading;
    frame.canvas.text(bounds, wait_text(frame, minutes), {weight::bold, size},
                      {.across = across::right, .smallest = type::least});
}

/// The name in small letters where the row is low: lines of a name stand closer to each other than to the
/// hairlines.
void draw_service(frame& frame, rect line, const state& state, std::size_t nth)
{
    const auto& one = state.services[nth];
    const bool roomy = is_roomy(line.height);
    const float side = roomy ? 72 : 56;
    frame.canvas.fill({line.x, line.y, line.width, 2}, colour::line);
    letter_tile(frame, line.cut_left(side, space::normal).middle(side, side),
                colour::tiles[nth % colour::tiles.size()], one.code);
    draw_wait(frame, line.cut_right(minutes_width, gap), state, one);
    draw_name(frame, line, one, roomy);
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
        title.cut_right(heading_width + gap);
    } else {
        title = heads.cut_top(52);
    }
    frame.canvas.text(title, frame.words("board.waiting"), {weight::bold, type::subheading},
                      {.smallest = type::least});
    const text_style small{weight::medium, type::least, colour::ink_2};
    frame.canvas.text(heads.cut_right(heading_width), frame.words("board.minutes"), small,
                      {.across = across::right});
    const float least = is_upright(frame) ? least_row_height_upright : least_row_height;
    const auto seen = std::clamp(static_cast<std::size_t>(inside.height / least), std::size_t{1}, most_seen);
    const auto pages = std::max<std::size_t>(1, (state.services.size() + seen - 1) / seen);
    const auto first = state.turn % pages * seen;
    const auto count = std::min(seen, state.services.size() - first);
    const float shown = static_cast<float>(std::max<std::size_t>(count, pages > 1 ? seen : 1));
    const float height = std::min(inside.height / shown, most_row_height);
    for (std::size_t i = first; i < first + count; ++i) {
        draw_service(frame, inside.cut_top(height), state, i);
    }
}

} // namespace motcua::counter::board
