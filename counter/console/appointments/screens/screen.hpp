#pragma once
// The view of the appointments, over everything below the console's header: the list of a day on the left,
// the step of the work on the right.

#include "counter/console/types.hpp"
#include "ui/frame.hpp"

namespace motcua::counter::console::appointments {

void draw(ui::frame& frame, ui::rect area, const console::state& state);

} // namespace motcua::counter::console::appointments
