#pragma once
// What motcua-server was asked to do, as its command line says it.

#include "server/commands/commands.hpp"

#include <functional>
#include <variant>

namespace motcua {

/// The command, ready to be carried out; it returns the exit code.
using command = std::function<int()>;

/// The command asked for, or the exit code when there is nothing more to do: 0 after --help, 2 after a wrong
/// option, which is said in one line.
std::variant<command, int> parse_command_line(int argc, const char* const* argv);

} // namespace motcua
