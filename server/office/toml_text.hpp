#pragma once
// A TOML file as JSON, so that the rules of described structs hold for it too.

#include "server/office/reason.hpp"

#include <boost/json/value.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <toml++/toml.h>

namespace motcua::office {

/// The whole text of a file.
or_reason<std::string> read_text(const std::filesystem::path& file);

/// A text that is not TOML is a reason with its line in `file`.
or_reason<toml::table> parse_toml(std::string_view text, const std::string& file);

boost::json::value to_json_value(const toml::node& node);

} // namespace motcua::office
