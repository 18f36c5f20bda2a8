#pragma once
// The parts of the console's screen, each a function of the state.

#include "counter/console/types.hpp"
#include "ui/widgets.hpp"

namespace motcua::counter::console {

/// Left and right of everything.
inline constexpr float margin = 20;
/// Between the parts, and between the buttons.
inline constexpr float gap = 16;
/// Of the three rows of buttons, from the top, and of them all.
inline constexpr float calls_height = 108, handling_height = 96, counter_height = 60,
                       buttons_height = calls_height + handling_height + counter_height + 2 * gap;

/// The counter, its state, what it serves and who serves there; the time.
void draw_header(ui::frame& f, ui::rect r, const state& s);

/// What must be known now, else how many wait for each service of the counter.
void draw_strip(ui::frame& f, const ui::rect& r, const state& s);

/// The ticket at the counter, or why there is none.
void draw_current(ui::frame& f, const ui::rect& r, const state& s);

/// All that can be done, each with its key; what cannot be done now is grey.
void draw_buttons(ui::frame& f, ui::rect r, const state& s);

/// Held tickets, those who wait, those who did not come.
void draw_lists(ui::frame& f, const ui::rect& r, const state& s);

/// What was done, or what cannot be.
void draw_notice(ui::frame& f, const ui::rect& r, const state& s, const notice& n);

/// The question over the screen.
void draw_sheet(ui::frame& f, const ui::rect& area, const state& s, const sheet& asked);

/// What the service is called in the frame's language, else its code.
std::string service_name(const ui::frame& f, const state& s, const std::string& code);

/// Priority, appointment and the like of a ticket as chips in a row, as many as fit into `width`.
void draw_chips(ui::frame& f, ui::point at, float width, const ticket& t, float size);

/// How much room all of them need.
float chips_width(ui::frame& f, const ticket& t, float size);

/// Whether it is known who waits: a closed counter serves nobody, and the server tells no more.
bool knows_queue(const state& s);

/// "21 phút".
std::string minutes_text(ui::frame& f, std::chrono::seconds wait);

/// Whether `t` has waited longer than the office means it to.
bool is_late(const state& s, const ticket& t);

} // namespace motcua::counter::console
