#pragma once
// The parts of the appointments' view, each a function of the state.

#include "counter/console/appointments/rules.hpp"
#include "counter/console/screens/parts.hpp"

namespace motcua::counter::console::appointments {

/// Of one line of a step's words.
inline constexpr float line_height = 30;

/// The day with its arrows, its appointments, and what is typed to find a code.
void draw_list(ui::frame& frame, ui::rect area, const console::state& state);

/// The chosen appointment and what can be done with it, or the question before it is cancelled.
void draw_appointment(ui::frame& frame, ui::rect area, const console::state& state);
void draw_cancel(ui::frame& frame, ui::rect area, const console::state& state);

/// For a new appointment.
void draw_services(ui::frame& frame, ui::rect area, const console::state& state);
void draw_times(ui::frame& frame, ui::rect area, const console::state& state);
void draw_form(ui::frame& frame, ui::rect area, const console::state& state);

/// How a state looks and what it says.
struct shown_state
{
    std::string words;
    std::string_view icon;
    sf::Color ink;
};
shown_state state_of(ui::frame& frame, const console::state& state, const appointment& one);

/// "Thứ Hai, 23/11/2026".
std::string day_text(ui::frame& frame, local_time at);
/// "09:30, Thứ Hai, 23/11/2026".
std::string time_text(ui::frame& frame, local_time at);

/// The letter of the service in its colour, in the middle of `bounds`.
void draw_letter(ui::frame& frame, const ui::rect& bounds, const console::state& state,
                 const std::string& service);

/// A title on one line; cut off the top of `area`.
void draw_title(ui::frame& frame, ui::rect& area, std::string_view words);

/// The two answers at the bottom of a step; cut off the bottom of `area`.
void draw_answers(ui::frame& frame, ui::rect& area, std::string_view confirm, ui::button_kind kind,
                  bool is_possible);

/// An arrow to the day before (-1) or after (1), in `bounds`.
void draw_arrow(ui::frame& frame, const ui::rect& bounds, int by);

/// The first of `room` rows that are seen, so that row `at` of `all` is among them.
std::size_t first_seen(std::size_t at, std::size_t all, std::size_t room);

} // namespace motcua::counter::console::appointments
