#pragma once
// TOML as JSON, so that the rules of described structs hold for a configuration file too.

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <toml++/toml.h>

namespace motcua::office {

boost::json::value to_json_value(const toml::node& node);

/// The path of the first key of `given` that `known` lacks; `known` is the same text after it was read into
/// structs and written again.
std::optional<std::string> unknown_key(const boost::json::value& given, const boost::json::value& known);

} // namespace motcua::office
