#pragma once
// The parts of the hall board, each a function of the state.

#include "counter/board/model.hpp"
#include "ui/widgets.hpp"

namespace motcua::counter::board {

/// Whether the screen stands upright: the parts lie below each other, and lines are short.
bool is_upright(const ui::frame& f);

/// Left and right of everything.
float margin(const ui::frame& f);

/// The office in both languages, the day and the time.
void draw_header(ui::frame& f, const ui::rect& r, const state& s);

/// Along the bottom: messages, or what must be known of what is shown.
void draw_bottom(ui::frame& f, ui::rect r, const state& s);

/// The call shown large, or that there is none.
void draw_large(ui::frame& f, const ui::rect& r, const state& s);

/// The other calls; and which counters are open where half of the rows or more are free.
void draw_rows(ui::frame& f, ui::rect r, const state& s);

/// The counters that are open; more than there is room for take turns.
void draw_open_counters(ui::frame& f, const ui::rect& r, const state& s);

/// Who waits for which service, and for how long; more services than there is room for take turns.
void draw_waiting(ui::frame& f, const ui::rect& r, const state& s);

/// What a service is called in the frame's language.
std::string name_of(const ui::frame& f, const service& s);

} // namespace motcua::counter::board
