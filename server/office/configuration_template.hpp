#pragma once
// The configuration file that `motcua-server init` writes.

#include <string>

namespace motcua::office {

/// The text of motcua.toml for an office whose site has the code `site`.
std::string configuration_template(const std::string& site);

} // namespace motcua::office
