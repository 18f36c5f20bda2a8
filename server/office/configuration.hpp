#pragma once
// The configuration file of a server, motcua.toml: what belongs to this process. The settings of its site are
// in the journal.

#include "server/domain/settings/settings.hpp"
#include "server/office/reason.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::office {

/// With it `listen` speaks TLS.
struct tls_configuration
{
    /// Paths of files in PEM; relative ones begin at the data folder.
    std::filesystem::path certificate;
    std::filesystem::path key;
    /// Where plain HTTP is spoken besides.
    std::optional<std::string> plain_listen;
};

struct configuration
{
    /// Path of the file.
    std::string file;
    std::string listen;
    /// None: `listen` speaks plain HTTP.
    std::optional<tls_configuration> tls;
    /// The code of the site, as in paths.
    std::string site;
    /// Keys that older programs read as settings of the site, and that are no longer read.
    std::vector<std::string> old_keys;
    /// Among them, what anybody could do without a token: taken over once.
    std::optional<domain::public_settings> old_open;
};

/// Strict: an unknown key, a value of a wrong type or an impossible value is refused with its line in `file`
/// and its name there.
or_reason<configuration> read_configuration(std::string_view toml, const std::string& file);
/// The same from a file.
or_reason<configuration> load_configuration(const std::filesystem::path& file);

} // namespace motcua::office
