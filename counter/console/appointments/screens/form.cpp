#include "counter/console/appointments/screens/parts.hpp"

#include "ui/format.hpp"

namespace motcua::counter::console::appointments {

using namespace ui;

namespace {

constexpr float label_height = 26, field_height = 60;

/// The last letters of `typed`, as many as there is room for.
std::string end_of(const frame& frame, std::string_view typed, float room)
{
    const text_style style{weight::medium, type::console};
    while (!typed.empty() && frame.canvas.text_width(typed, style) > room) {
        typed.remove_prefix(1);
        while (!typed.empty() && (static_cast<unsigned char>(typed.front()) & 0xC0U) == 0x80U) {
            typed.remove_prefix(1);
        }
    }
    return std::string(typed);
}

void draw_field(frame& frame, rect& area, const state& own, field which)
{
    const bool is_name = which == field::name;
    frame.canvas.text(area.cut_top(label_height, space::hair),
                      frame.words(is_name ? "appointments.form.name" : "appointments.form.phone"),
                      {weight::semibold, type::console_least});
    const auto place = area.cut_top(field_height, space::normal);
    text_field(frame, place,
               {.text = end_of(frame, is_name ? own.name : own.phone, place.width - 2 * space::normal - 6),
                .focused = own.field == which,
                .size = type::console},
               on(picked_field{which}));
}

} // namespace

void draw_form(frame& frame, rect area, const console::state& state)
{
    const auto& own = state.appointments;
    draw_title(frame, area, frame.words("appointments.form"));
    const text_style style{weight::medium, type::console_small};
    if (own.held) {
        frame.canvas.text(area.cut_top(line_height), time_text(frame, base::wall_time(own.held->start)),
                          {weight::bold, type::console_small}, {.smallest = type::console_least});
    }
    frame.canvas.text(area.cut_top(line_height, space::small), service_name(frame, state, own.service), style,
                      {.ends_early = true});
    draw_field(frame, area, own, field::name);
    draw_field(frame, area, own, field::phone);
    draw_answers(frame, area,
                 frame.words(own.field == field::name ? "appointments.form.next" : "appointments.form.book"),
                 button_kind::call, state.contact == contact::connected && !own.awaited);
    if (own.held) {
        frame.canvas.text(area,
                          frame.words("appointments.form.held", {{"time", clock_text(own.held->expires_at)}}),
                          {weight::medium, type::console_small, colour::ink_2},
                          {.down = down::top, .lines = 3, .smallest = type::console_least});
    }
}

} // namespace motcua::counter::console::appointments
