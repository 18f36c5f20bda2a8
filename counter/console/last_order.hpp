#pragma once
// The end of a console while an order is under way.

#include "counter/console/program.hpp"
#include "logging/line.hpp"

#include <functional>

namespace motcua::counter::console {

/// Waits a little and returns the time after that.
using pause_function = std::function<moment()>;

/// `program` is no longer shown. If an order awaits its answer, goes on until that is there, for
/// limits::last_answer at most. `log` gets a warning that names the action if the server refused it or did
/// not answer, and if the staff pressed something behind it: that is not sent any more, because nobody would
/// see what it brings.
void await_last_order(console_program& program, const logging::line_function& log,
                      const pause_function& pause);

} // namespace motcua::counter::console
