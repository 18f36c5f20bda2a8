#pragma once
// The place of a setting in a TOML file and its name there, for the person who must correct it.

#include <string>
#include <string_view>
#include <toml++/toml.h>

namespace motcua::office {

/// `file` with the line, and the setting at `path`: `settings.toml:34: services "B": minutes`, where an entry
/// without a code has its place, counted from 1: `holidays 4: day`. `path` is as in base::field_error:
/// "services[1].minutes". A missing setting gets the line of the entry that lacks it.
std::string place_in_file(const toml::table& content, const std::string& file, std::string_view path);

} // namespace motcua::office
