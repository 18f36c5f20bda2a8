#include "counter/console/appointments/screens/screen.hpp"

#include "counter/console/appointments/screens/parts.hpp"
#include "ui/format.hpp"

#include <algorithm>

namespace motcua::counter::console::appointments {

using namespace ui;

namespace {

constexpr float list_width = 720, strip_height = 60, title_height = 44;

/// What the notice says; a warning in amber.
void draw_own_notice(frame& frame, const rect& bounds, const notice& shown)
{
    const auto words = frame.words(shown.words, {{"code", shown.code},
                                                 {"number", shown.number},
                                                 {"time", shown.time ? time_text(frame, *shown.time) : ""}});
    banner(frame, bounds, shown.is_good ? tone::information : tone::priority,
           shown.is_good ? "circle-check" : "triangle-alert", words, type::console);
}

/// A key and what it does, from the left of `bounds`.
void draw_hint(frame& frame, rect& bounds, std::string_view key, std::string_view words)
{
    const float chip = std::max(34.0F, frame.canvas.text_width(key, {weight::semibold, type::console_least}) +
                                           space::normal);
    key_chip(frame, bounds.cut_left(chip, space::tiny).middle(chip, 30), key, colour::blue_background,
             colour::navy, type::console_least);
    const text_style style{weight::medium, type::console_small, colour::ink_2};
    frame.canvas.text(bounds.cut_left(frame.canvas.text_width(words, style) + 1, space::wide), words, style);
}

void draw_hints(frame& frame, const rect& bounds, const console::state& state)
{
    card(frame, bounds, {.radius = radius::small});
    auto inside = bounds.inset(space::wide, 0);
    draw_hint(frame, inside, "Esc", frame.words("appointments.hint.back"));
    const auto step = state.appointments.step;
    if (step == step::list || step == step::times) {
        draw_hint(frame, inside, "← →", frame.words("appointments.hint.day"));
    }
    draw_hint(frame, inside, "↑ ↓", frame.words("appointments.hint.choose"));
    draw_hint(frame, inside, "Enter", frame.words("appointments.hint.enter"));
    draw_hint(frame, inside, "F1", frame.words("appointments.hint.counter"));
}

/// What the officer has to know first; the server's absence and the counter's own notices come first.
void draw_foot(frame& frame, const rect& bounds, const console::state& state)
{
    const auto& own = state.appointments;
    const bool is_of_counter = state.contact != contact::connected || state.notice || state.slow;
    if (is_of_counter) {
        return draw_strip(frame, bounds, state);
    }
    if (own.is_slow) {
        return banner(frame, bounds, tone::information, "hourglass", frame.words("console.slow"),
                      type::console);
    }
    if (own.notice) {
        return draw_own_notice(frame, bounds, *own.notice);
    }
    draw_hints(frame, bounds, state);
}

} // namespace

void draw(frame& frame, rect area, const console::state& state)
{
    draw_foot(frame, area.cut_bottom(strip_height, gap), state);
    const auto left = area.cut_left(list_width, gap);
    card(frame, left, {.radius = radius::large});
    draw_list(frame, left.inset(space::wide, space::normal), state);
    card(frame, area, {.radius = radius::large});
    const auto inside = area.inset(space::wide, space::normal);
    switch (state.appointments.step) {
    case step::cancel:
        return draw_cancel(frame, inside, state);
    case step::service:
        return draw_services(frame, inside, state);
    case step::times:
        return draw_times(frame, inside, state);
    case step::form:
        return draw_form(frame, inside, state);
    default:
        return draw_appointment(frame, inside, state);
    }
}

std::string day_text(frame& frame, local_time at)
{
    return frame.words("date", {{"weekday", frame.words(weekday_key(at))}, {"date", date_text(at)}});
}

std::string time_text(frame& frame, local_time at) { return clock_text(at) + ", " + day_text(frame, at); }

void draw_letter(frame& frame, const rect& bounds, const console::state& state, const std::string& service)
{
    const auto known = std::ranges::find(state.services, service, &console::service::code);
    const auto nth = static_cast<std::size_t>(known - state.services.begin());
    letter_tile(frame, bounds.middle(30, 30), colour::tiles[nth % colour::tiles.size()], service);
}

void draw_title(frame& frame, rect& area, std::string_view words)
{
    frame.canvas.text(area.cut_top(title_height, space::tiny), words,
                      {weight::bold, type::console_large, colour::navy}, {.smallest = type::console_small});
}

void draw_answers(frame& frame, rect& area, std::string_view confirm, button_kind kind, bool is_possible)
{
    const auto places = columns(area.cut_bottom(answers_height, space::normal), 2, space::normal);
    draw_leave_button(frame, places[0], type::console_small);
    button(frame, places[1],
           {.label = std::string(confirm),
            .key = "Enter",
            .kind = kind,
            .enabled = is_possible,
            .size = type::console_small},
           on(confirmed{}));
}

void draw_arrow(frame& frame, const rect& bounds, int by)
{
    const auto action = on(moved_across{by});
    frame.touch(bounds, action);
    frame.canvas.fill(bounds, frame.pressed(action) ? colour::blue_background : colour::white, radius::small);
    frame.canvas.outline(bounds, colour::border, 2, radius::small);
    frame.canvas.icon(by < 0 ? "chevron-left" : "chevron-right", bounds.centre(), 26, colour::navy);
}

std::size_t first_seen(std::size_t at, std::size_t all, std::size_t room)
{
    return at < all && at >= room ? at - room + 1 : 0;
}

} // namespace motcua::counter::console::appointments
