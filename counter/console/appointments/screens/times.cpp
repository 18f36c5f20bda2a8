#include "counter/console/appointments/screens/parts.hpp"

#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console::appointments {

using namespace ui;

namespace {

constexpr float time_row = 48, day_height = 48;

/// A row that a key or a touch chooses; returns its inside.
rect draw_choice(frame& frame, const rect& bounds, std::size_t nth, bool is_here)
{
    const auto choose = on(chose{nth});
    frame.touch(bounds, choose);
    const auto inside = list_row(frame, bounds, is_here || frame.pressed(choose), space::small);
    if (is_here) {
        frame.canvas.outline(bounds.inset(0, 1), colour::navy, 2, radius::small);
    }
    return inside;
}

/// Why no time is seen.
std::string_view empty_words(loading times_are)
{
    switch (times_are) {
    case loading::asked:
        return "appointments.loading";
    case loading::failed:
        return "appointments.times.failed";
    case loading::came:
        break;
    }
    return "appointments.times.none";
}

/// Whose time is chosen.
std::string title_of(frame& frame, const console::state& state)
{
    const auto& own = state.appointments;
    if (own.is_new) {
        return frame.words("appointments.times.new", {{"service", service_name(frame, state, own.service)}});
    }
    return frame.words("appointments.times.move", {{"code", own.chosen}});
}

} // namespace

void draw_services(frame& frame, rect area, const console::state& state)
{
    draw_title(frame, area, frame.words("appointments.service"));
    const auto room = static_cast<std::size_t>(area.height / time_row);
    const auto shown = std::min(state.services.size(), room);
    const auto first = first_seen(state.appointments.row, state.services.size(), shown);
    for (std::size_t nth = first; nth < first + shown; ++nth) {
        auto inside = draw_choice(frame, area.cut_top(time_row), nth, nth == state.appointments.row);
        const auto key = inside.cut_left(30, space::small);
        if (nth < 9) {
            key_chip(frame, key.middle(30, 30), std::to_string(nth + 1), colour::blue_background,
                     colour::navy, type::console_least);
        }
        const auto& code = state.services[nth].code;
        draw_letter(frame, inside.cut_left(30, space::small), state, code);
        frame.canvas.text(inside, service_name(frame, state, code), {weight::semibold, type::console_small},
                          {.lines = 2, .smallest = type::console_least, .leading = 1.2F, .ends_early = true});
    }
}

void draw_times(frame& frame, rect area, const console::state& state)
{
    const auto& own = state.appointments;
    frame.canvas.text(area.cut_top(44, space::tiny), title_of(frame, state),
                      {weight::bold, type::console, colour::navy},
                      {.lines = 2, .smallest = type::console_least, .leading = 1.2F, .ends_early = true});
    auto top = area.cut_top(day_height, space::small);
    draw_arrow(frame, top.cut_left(day_height, space::tiny), -1);
    draw_arrow(frame, top.cut_right(day_height, space::tiny), 1);
    frame.canvas.text(top, day_text(frame, own.times_day), {weight::bold, type::console},
                      {.across = across::centre, .smallest = type::console_least});
    const auto all = times_of_day(own);
    const text_style calm{weight::medium, type::console_small, colour::ink_2};
    if (all.empty()) {
        return void(frame.canvas.text(area.cut_top(120), frame.words(empty_words(own.times_are)), calm,
                                      {.across = across::centre, .lines = 3}));
    }
    const auto room = static_cast<std::size_t>(area.height / time_row);
    const auto shown = std::min(all.size(), room);
    const auto first = first_seen(own.row, all.size(), shown);
    for (std::size_t nth = first; nth < first + shown; ++nth) {
        auto inside = draw_choice(frame, area.cut_top(time_row), nth, nth == own.row);
        frame.canvas.text(inside.cut_left(100), clock_text(base::wall_time(all[nth].start)),
                          {weight::bold, type::console});
        frame.canvas.text(inside,
                          frame.words("appointments.times.left", {{"n", std::to_string(all[nth].places)}}),
                          calm, {.across = across::right});
    }
}

} // namespace motcua::counter::console::appointments
