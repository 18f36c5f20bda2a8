#pragma once
// The place of a setting in the configuration file and its name there, for the person who must correct it.

#include <string>
#include <string_view>
#include <toml++/toml.h>

namespace motcua::office {

/// `file` with the line, and the setting at `path` in the words of the file: `motcua.toml:34: service "B":
/// minutes`. `path` is as in base::field_error: "service[1].minutes". A missing setting gets the line of the
/// entry that lacks it.
std::string place_in_file(const toml::table& content, const std::string& file, std::string_view path);

/// The path in the file for a path in the settings of the domain: "services[1].service_time" is
/// "service[1].minutes".
std::string path_in_file(std::string_view path);

} // namespace motcua::office
