#include "counter/console/appointments/screens/parts.hpp"

#include "ui/format.hpp"

namespace motcua::counter::console::appointments {

using namespace ui;

namespace {

constexpr float menu_row = 58;

std::string menu_words(frame& frame, const state& own, deed_kind kind)
{
    if (kind == deed_kind::show_person && own.person) {
        return frame.words("appointments.do.hide_person");
    }
    return frame.words(std::string("appointments.do.") + boost::describe::enum_to_string(kind, ""));
}

void draw_menu_row(frame& frame, const rect& bounds, const console::state& state, const appointment& chosen,
                   std::size_t nth)
{
    const auto& own = state.appointments;
    const bool is_open = own.step == step::appointment;
    const bool can = is_open && is_possible(state, chosen, menu[nth]);
    const auto choose = on(chose{nth});
    if (can) {
        frame.touch(bounds, choose);
    }
    const bool is_here = is_open && nth == own.row;
    auto inside = list_row(frame, bounds, can && (is_here || frame.pressed(choose)));
    if (is_here) {
        frame.canvas.outline(bounds, can ? colour::navy : colour::border, 2, radius::small);
    }
    key_chip(frame, inside.cut_left(30, space::normal).middle(30, 30), std::to_string(nth + 1),
             colour::blue_background, can ? colour::navy : colour::border, type::console_least);
    frame.canvas.text(inside, menu_words(frame, own, menu[nth]),
                      {weight::semibold, type::console_small, can ? colour::ink : colour::border},
                      {.smallest = type::console_least});
}

/// Name and phone number, or that they are masked.
void draw_person(frame& frame, rect bounds, const state& own)
{
    const text_style style{weight::semibold, type::console};
    const text_style calm{weight::medium, type::console_small, colour::ink_2};
    if (!own.person) {
        frame.canvas.text(bounds.cut_top(line_height), "••••••••", style);
        return void(frame.canvas.text(
            bounds, frame.words("appointments.person.masked"), calm,
            {.down = down::top, .lines = 2, .smallest = type::console_least, .leading = 1.25F}));
    }
    const auto name =
        own.person->name.empty() ? frame.words("appointments.person.no_name") : own.person->name;
    frame.canvas.text(bounds.cut_top(line_height), name, style, {.ends_early = true});
    frame.canvas.text(bounds.cut_top(line_height), own.person->phone, style, {.ends_early = true});
}

/// What is known of it without its person.
void draw_facts(frame& frame, rect& area, const console::state& state, const appointment& chosen)
{
    const text_style style{weight::medium, type::console_small};
    frame.canvas.text(area.cut_top(line_height), time_text(frame, chosen.start), style,
                      {.smallest = type::console_least});
    frame.canvas.text(area.cut_top(line_height), service_name(frame, state, chosen.service), style,
                      {.ends_early = true});
    const auto shown = state_of(frame, state, chosen);
    labelled_icon(frame, area.cut_top(line_height, space::normal), shown.icon, shown.words,
                  {weight::semibold, type::console_small, shown.ink});
}

} // namespace

void draw_appointment(frame& frame, rect area, const console::state& state)
{
    const auto& own = state.appointments;
    const auto* chosen = find_chosen(own);
    if (chosen == nullptr) {
        return void(frame.canvas.text(area, frame.words("appointments.choose"),
                                      {weight::medium, type::console_small, colour::ink_2},
                                      {.across = across::centre, .lines = 4}));
    }
    draw_title(frame, area, frame.words("appointments.one", {{"code", chosen->code}}));
    draw_facts(frame, area, state, *chosen);
    draw_person(frame, area.cut_top(3 * line_height, space::small), own);
    for (std::size_t nth = 0; nth < menu.size(); ++nth) {
        draw_menu_row(frame, area.cut_top(menu_row), state, *chosen, nth);
    }
}

void draw_cancel(frame& frame, rect area, const console::state& state)
{
    const auto* chosen = find_chosen(state.appointments);
    if (chosen == nullptr) {
        return;
    }
    draw_title(frame, area, frame.words("appointments.cancel", {{"code", chosen->code}}));
    draw_facts(frame, area, state, *chosen);
    draw_answers(frame, area, frame.words("appointments.do.cancel"), button_kind::danger,
                 state.contact == contact::connected);
    frame.canvas.text(area, frame.words("appointments.cancel.calm"),
                      {weight::medium, type::console_small, colour::ink_2},
                      {.down = down::top, .lines = 4, .smallest = type::console_least});
}

} // namespace motcua::counter::console::appointments
