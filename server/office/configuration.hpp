#pragma once
// The configuration file of an office, motcua.toml: the address of the server, and the settings of its site.

#include "server/access/open_doors.hpp"
#include "server/domain/settings/settings.hpp"
#include "server/office/reason.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace motcua::office {

struct configuration
{
    /// Path of the file.
    std::string file;
    std::string listen;
    access::open_doors open_doors;
    /// The code of the site, as in paths.
    std::string site;
    domain::site_settings settings;
};

/// Strict: an unknown key, a value of a wrong type or an impossible value is refused with its line in `file`
/// and its name there.
or_reason<configuration> read_configuration(std::string_view toml, const std::string& file);
/// The same from a file.
or_reason<configuration> load_configuration(const std::filesystem::path& file);

} // namespace motcua::office
