#pragma once
// The settings of a site as its database holds them, for commands that run without the server.

#include "server/journal/journal.hpp"

namespace motcua::journal {

/// The newest settings of `site` in the database at `path`, which is only read, beside a running server too,
/// and may be of an older schema. A site that is not in the database is an error.
result<domain::site_settings> read_settings(const std::string& path, const std::string& site);

/// Whether the newest settings of `site` are still those that a program wrote which kept them in motcua.toml.
result<bool> are_settings_of_version_1(const std::string& path, const std::string& site);

} // namespace motcua::journal
