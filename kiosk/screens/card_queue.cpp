#include "kiosk/screens/card_queue.hpp"

#include <algorithm>

namespace motcua::kiosk {

using namespace ui;

namespace {

/// Why no ticket is issued, or when one is again: today by the hour, soon by the day, later by the date.
std::string intake_words(frame& frame, const client::intake& intake, const std::optional<wall_time>& now)
{
    if (intake.state == client::intake_state::full) {
        return frame.words("intake.full");
    }
    if (!intake.opens_at) {
        return frame.words(intake.state == client::intake_state::suspended ? "intake.suspended"
                                                                           : "intake.closed");
    }
    const auto time = clock_text(*intake.opens_at);
    const auto day = day_words(frame, *intake.opens_at, now);
    return day.empty() ? frame.words("intake.opens", {{"time", time}})
                       : frame.words("intake.opens.day", {{"time", time}, {"day", day}});
}

/// In the largest letters of the scale that fit a line of this width, at least the smallest for a kiosk.
queue_line fitted(const frame& frame, queue_line line, float width)
{
    line.style.size =
        frame.canvas.fitting_size({0, 0, width - labelled_icon_width(line.style.size), 2 * type::clock},
                                  {line.words}, line.style, {.smallest = type::least});
    return line;
}

void draw_line(frame& frame, const rect& bounds, const queue_line& line, across side = across::left)
{
    const auto shown = fitted(frame, line, bounds.width);
    labelled_icon(frame, bounds, shown.icon, shown.words, shown.style, side);
}

} // namespace

card_queue queue_of(frame& frame, const service& service, const site_time& at, float size)
{
    const text_style plain{weight::medium, size, colour::ink_2};
    if (!service.intake.is_open()) {
        return {.second = {"lock", intake_words(frame, service.intake, at.now), plain}};
    }
    const auto& wait = service.forecast.wait;
    std::optional<queue_line> people;
    if (service.waiting > 0) {
        people = {"users",
                  frame.words("wait.people", {{"n", figure_text(service.waiting, frame.language())}}), plain};
    }
    if (const auto note = note_on(frame, service.forecast, at.now)) {
        const text_style warning{weight::semibold, size, colour::amber};
        const queue_line said{note->icon, note->brief, note->is_warning ? warning : plain};
        if (!wait) {
            return {.first = people, .second = said};
        }
        return {
            .first = said, .second = {"clock", range_words(frame, *wait, at), plain}, .first_alone = true};
    }
    if (!people && wait->expected == std::chrono::seconds{0}) {
        return {.second = {"check", frame.words("wait.nobody"), {weight::bold, size, colour::green}}};
    }
    return {.first = people, .second = {"clock", range_words(frame, *wait, at), plain}};
}

void draw_stacked(frame& frame, const rect& bounds, const card_queue& queue)
{
    if (!queue.first) {
        return draw_line(frame, bounds, queue.second);
    }
    const auto lines = rows(bounds, 2, 0);
    draw_line(frame, lines[0], *queue.first);
    draw_line(frame, lines[1], queue.second);
}

void draw_beside(frame& frame, rect bounds, const card_queue& queue, across second)
{
    if (!queue.first || queue.first_alone) {
        return draw_line(frame, bounds, queue.first ? *queue.first : queue.second);
    }
    // Below each other on a page, as far as the words allow.
    const float column = second == across::left ? bounds.width * 0.54F : 0;
    auto both = queue;
    const auto width_of = [&](const queue_line& line) {
        return labelled_icon_width(line.style.size) + frame.canvas.text_width(line.words, line.style);
    };
    for (const float size : type::scale) {
        if (size > queue.second.style.size || size < type::least) {
            continue;
        }
        both.first->style.size = both.second.style.size = size;
        const float taken = width_of(*both.first) + space::small, needed = width_of(both.second);
        if (taken + needed > bounds.width) {
            continue;
        }
        draw_line(frame, {bounds.x, bounds.y, taken, bounds.height}, *both.first);
        bounds.cut_left(std::clamp(column, taken, bounds.width - needed));
        return draw_line(frame, bounds, both.second, second);
    }
    draw_line(frame, bounds, queue.second);
}

} // namespace motcua::kiosk
