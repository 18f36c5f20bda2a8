#include "counter/console/appointments/screens/parts.hpp"

#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console::appointments {

using namespace ui;
using protocol::appointment_state;

namespace {

constexpr float top_height = 48, appointment_row = 44, search_height = 48;

void draw_top(frame& frame, rect bounds, const console::state& state)
{
    const auto& own = state.appointments;
    button(frame, bounds.cut_right(224, space::normal),
           {.label = frame.words("appointments.book"),
            .key = "Shift F1",
            .kind = button_kind::outlined,
            .enabled = own.step == step::list && !state.services.empty(),
            .size = type::console_least,
            .radius = radius::small},
           on(pressed_book{}));
    if (own.step == step::list) {
        draw_arrow(frame, bounds.cut_left(top_height, space::tiny), -1);
        draw_arrow(frame, bounds.cut_right(top_height, space::tiny), 1);
    }
    frame.canvas.text(
        bounds, frame.words("appointments.title", {{"date", day_text(frame, own.day)}}),
        {weight::bold, type::console},
        {.across = across::centre, .lines = 2, .smallest = type::console_least, .leading = 1.2F});
}

void draw_row(frame& frame, const rect& bounds, const console::state& state, const appointment& one)
{
    const auto pick = on(picked{one.code});
    const auto& own = state.appointments;
    if (own.step == step::list || own.step == step::appointment) {
        frame.touch(bounds, pick);
    }
    const bool is_chosen = one.code == own.chosen;
    auto inside = list_row(frame, bounds, is_chosen || frame.pressed(pick), space::small);
    if (is_chosen) {
        frame.canvas.outline(bounds.inset(0, 1), colour::navy, 2, radius::small);
    }
    const bool is_over = one.state == appointment_state::cancelled;
    const auto ink = is_over ? colour::ink_2 : colour::ink;
    frame.canvas.text(inside.cut_left(62, space::tiny), clock_text(one.start),
                      {weight::bold, type::console, ink});
    draw_letter(frame, inside.cut_left(30, space::tiny), state, one.service);
    const auto shown = state_of(frame, state, one);
    labelled_icon(frame, inside.cut_right(220, space::tiny), shown.icon, shown.words,
                  {weight::semibold, type::console_small, shown.ink});
    frame.canvas.text(inside.cut_right(100, space::tiny), one.code,
                      {weight::semibold, type::console_small, ink}, {.smallest = type::console_least});
    frame.canvas.text(inside, service_name(frame, state, one.service),
                      {weight::medium, type::console_small, colour::ink_2}, {.ends_early = true});
}

std::string empty_text(frame& frame, const console::state& state)
{
    const auto& own = state.appointments;
    if (!own.is_loaded) {
        return frame.words("appointments.loading");
    }
    return frame.words(own.search.empty() ? "appointments.none" : "appointments.none.found");
}

} // namespace

shown_state state_of(frame& frame, const console::state& state, const appointment& one)
{
    switch (one.state) {
    case appointment_state::checked_in: {
        const auto words =
            frame.words(one.is_late ? "appointments.state.late_came" : "appointments.state.came");
        const auto ink = one.is_late ? colour::amber : colour::green;
        return {one.number.empty() ? words : words + " " + one.number, "user-check", ink};
    }
    case appointment_state::no_show:
        return {frame.words("appointments.state.no_show"), "user-x", colour::red};
    case appointment_state::cancelled:
        return {frame.words("appointments.state.cancelled"), "x", colour::ink_2};
    case appointment_state::booked:
        break;
    }
    if (!is_overdue(state, one)) {
        return {frame.words("appointments.state.booked"), "clock", colour::ink_2};
    }
    return {frame.words("appointments.state.late",
                        {{"n", std::to_string(elapsed_minutes(*state.time - one.start))}}),
            "triangle-alert", colour::amber};
}

void draw_list(frame& frame, rect area, const console::state& state)
{
    const auto& own = state.appointments;
    draw_top(frame, area.cut_top(top_height, space::small), state);
    const auto field = area.cut_bottom(search_height, space::small);
    const bool is_typed = own.step == step::list;
    frame.canvas.fill(field, colour::white, radius::small);
    frame.canvas.outline(field, is_typed ? colour::navy : colour::border, 2, radius::small);
    frame.canvas.text(
        field.inset(space::normal, 0), own.search.empty() ? frame.words("appointments.search") : own.search,
        {weight::medium, type::console_small, own.search.empty() ? colour::ink_2 : colour::ink});
    const auto seen = seen_appointments(state);
    const text_style calm{weight::medium, type::console_small, colour::ink_2};
    if (!own.is_loaded || seen.empty()) {
        return void(frame.canvas.text(area.cut_top(120), empty_text(frame, state), calm,
                                      {.across = across::centre, .lines = 3}));
    }
    const auto room = static_cast<std::size_t>(area.height / appointment_row);
    const auto shown = seen.size() <= room ? seen.size() : room - 1;
    const auto at =
        static_cast<std::size_t>(std::ranges::find(seen, own.chosen, &appointment::code) - seen.begin());
    const auto first = first_seen(at, seen.size(), shown);
    for (std::size_t nth = first; nth < first + shown; ++nth) {
        draw_row(frame, area.cut_top(appointment_row), state, *seen[nth]);
    }
    if (shown < seen.size()) {
        frame.canvas.text(area.cut_top(std::min(area.height, appointment_row)),
                          std::to_string(first + 1) + "–" + std::to_string(first + shown) + " / " +
                              std::to_string(seen.size()),
                          calm, {.across = across::centre});
    }
}

} // namespace motcua::counter::console::appointments
