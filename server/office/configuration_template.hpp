#pragma once
// The configuration file that `motcua-server init` writes.

#include <string>

namespace motcua::office {

/// The text of motcua.toml for an office whose site has the code `site`; `has_tls`: with the certificate and
/// the key of data_folder.
std::string configuration_template(const std::string& site, bool has_tls);

} // namespace motcua::office
