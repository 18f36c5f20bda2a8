#pragma once
// How a start that takes long reports what it is doing.

#include <functional>
#include <string>

namespace motcua::journal {

/// Gets a line for the log, without a time or a line break. Empty: nobody listens.
using progress = std::function<void(const std::string& line)>;

} // namespace motcua::journal
