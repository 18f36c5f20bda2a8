#pragma once
// Where in the configuration file a setting stands and how the file calls it, for whoever has to mend it.

#include <string>
#include <string_view>
#include <toml++/toml.h>

namespace motcua {

/// `file` with the line, and the setting at `path` in the words of the file: `motcua.toml:34: service "B":
/// minutes`. `path` is as in base::field_error: "service[1].minutes". What is missing has the line of the
/// entry that lacks it.
std::string place_in_file(const toml::table& content, const std::string& file, std::string_view path);

/// The path in the file of what the domain's settings call `path`: "services[1].service_time" is
/// "service[1].minutes".
std::string path_in_file(std::string_view path);

} // namespace motcua
