#pragma once
// The names under which other machines may reach this one.

#include <string>
#include <vector>

namespace motcua::commands {

/// Its name, and the addresses of its network interfaces; not loopback, and no address that needs a zone.
std::vector<std::string> names_of_this_machine();

} // namespace motcua::commands
