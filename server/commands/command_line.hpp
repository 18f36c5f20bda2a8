#pragma once
// The command line of motcua-server.

#include "server/commands/commands.hpp"

#include <functional>
#include <variant>

namespace motcua::commands {

/// A command, ready to run; it returns the exit code.
using command = std::function<int()>;

/// The command, or the exit code when nothing is left to do: 0 after --help, 2 after a wrong option, which is
/// reported in one line.
std::variant<command, int> parse_command_line(int argc, const char* const* argv);

} // namespace motcua::commands
