#pragma once
// The settings of a site as a TOML file that a person can read and change.

#include "server/domain/settings/settings.hpp"
#include "server/office/reason.hpp"

namespace motcua::office {

/// Every setting, with a comment in both languages that says what it means.
std::string write_settings(const domain::site_settings& settings);

/// The settings in `toml`; a key that is left out has its delivered value. Strict: an unknown key, a value of
/// a wrong type or an impossible value is refused with its line in `file`. Whether there is a time zone of
/// that name is not looked at.
or_reason<domain::site_settings> read_settings(std::string_view toml, const std::string& file);

/// `file`, with the line of the setting at `path` in `toml` where it can be found, for a refusal of the site.
std::string place_of_setting(std::string_view toml, const std::string& file, std::string_view path);

} // namespace motcua::office
