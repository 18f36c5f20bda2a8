#pragma once
// The parts of the board, each a function of the state.

#include "counter/board/model.hpp"
#include "ui/widgets.hpp"

namespace motcua::counter::board {

/// Whether the screen stands upright: the parts lie below each other, and lines are short.
bool is_upright(const ui::frame& frame);

/// Left and right of everything.
float margin(const ui::frame& frame);

/// The office in both languages, the day and the time.
void draw_header(ui::frame& frame, const ui::rect& bounds, const state& state);

/// Along the bottom: messages, or a warning that the picture may be old.
void draw_bottom(ui::frame& frame, ui::rect bounds, const state& state);

/// The call shown large, or that there is none.
void draw_large(ui::frame& frame, const ui::rect& bounds, const state& state);

/// Every counter that is open or pauses with the number there; more than there is room for take turns.
void draw_counters(ui::frame& frame, const ui::rect& bounds, const state& state);

/// Who is called next for each service, and for how long one waits; more services than there is room for take
/// turns.
void draw_waiting(ui::frame& frame, const ui::rect& bounds, const state& state);

/// The name of a service in the frame's language.
std::string name_of(const ui::frame& frame, const service& service);

} // namespace motcua::counter::board
