#pragma once
// The configuration file that `motcua-server init` writes.

#include <string>

namespace motcua::office {

/// The text of motcua.toml for the demo office; or the same office under another name, as a start.
std::string configuration_template(bool demo);

} // namespace motcua::office
