#pragma once
// The parts of the console's screen, each a function of the state.

#include "counter/console/model.hpp"
#include "ui/widgets.hpp"

#include <utility>

namespace motcua::counter::console {

/// The action of a touch target: `touched` goes to the model.
inline ui::action on(event touched) { return ui::action(std::move(touched)); }

/// Left and right of everything.
inline constexpr float margin = 20;
/// Between the parts, and between the buttons.
inline constexpr float gap = 16;
/// Of the three rows of buttons, from the top, and of them all.
inline constexpr float calls_height = 108, handling_height = 96, counter_height = 60,
                       buttons_height = calls_height + handling_height + counter_height + 2 * gap;

/// The counter, its state, what it serves and who serves there; the time.
void draw_header(ui::frame& frame, ui::rect bounds, const state& state);

/// The most important warning, else how many wait for each service of the counter.
void draw_strip(ui::frame& frame, const ui::rect& bounds, const state& state);

/// The ticket at the counter, or why there is none.
void draw_current(ui::frame& frame, const ui::rect& bounds, const state& state);

/// All actions, each with its key; those that are not possible now are grey.
void draw_buttons(ui::frame& frame, ui::rect bounds, const state& state);

/// Held tickets, waiting tickets, no-shows.
void draw_lists(ui::frame& frame, const ui::rect& bounds, const state& state);

/// A notice of a success, or of what is not possible.
void draw_notice(ui::frame& frame, const ui::rect& bounds, const state& state, const notice& notice);

/// The answers below a question, and a notice above them.
inline constexpr float answers_height = 64, notice_height = 48;

/// Leaves a question, as Esc does.
void draw_leave_button(ui::frame& frame, const ui::rect& bounds, float size);

/// A page that only informs, in place of everything below the header.
void draw_page(ui::frame& frame, const ui::rect& area, std::string_view icon, std::string_view title,
               std::string_view body);

/// The question over the screen.
void draw_sheet(ui::frame& frame, const ui::rect& area, const state& state, const sheet& asked);

/// The sheet in which a note is typed.
void draw_note_sheet(ui::frame& frame, const ui::rect& area, const state& state, const sheet& asked);

/// The note on `ticket`, which has one, as it is read at a glance; a touch opens it.
void draw_note(ui::frame& frame, const ui::rect& bounds, const state& state, const ticket& ticket);

/// What leads to a first note on `ticket`.
void draw_note_button(ui::frame& frame, const ui::rect& bounds, const state& state, const ticket& ticket);

/// What the note on `ticket` says, or why that is not seen.
std::string note_text(ui::frame& frame, const state& state, const ticket& ticket);

/// The name of the service in the frame's language, else its code.
std::string service_name(const ui::frame& frame, const state& state, const std::string& code);

/// The reason of a hold or a pause in the frame's language: of the office's lists, the site's own, or as it
/// was written elsewhere.
std::string reason_text(ui::frame& frame, const state& state, const std::string& reason);

/// Priority, appointment and the like of a ticket as chips in a row, as many as fit into `width`.
void draw_chips(ui::frame& frame, ui::point at, float width, const ticket& ticket, float size);

/// Whether it is known who waits: a closed counter serves nobody, and the server says nothing else.
bool knows_queue(const state& state);

/// "Hẹn 09:00", and that it was too late for that; without a time only that there is an appointment.
std::string appointment_text(ui::frame& frame, const ticket& ticket);

/// "21 phút".
std::string minutes_text(ui::frame& frame, std::chrono::seconds wait);

/// Whether `ticket` has waited longer than the office means it to.
bool is_late(const state& state, const ticket& ticket);

} // namespace motcua::counter::console
