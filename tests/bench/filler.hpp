#pragma once
// Writes a journal as months of work leave it: the real site, driven through business days by a clock of its
// own, so that events, hashes, answers, rows and snapshots are those of the server.

#include "server/domain/settings/settings.hpp"

#include <filesystem>

namespace motcua::bench {

/// The settings in the journal at `file`. Throws failure when there are none.
domain::site_settings configured_settings(const std::filesystem::path& file, const std::string& site);

/// A new journal at `file` with at least `count` events, in whole business days; the last of them ended
/// before `until`. How many events follow the newest snapshot.
std::int64_t fill_journal(const std::filesystem::path& file, const std::string& site,
                          const domain::site_settings& settings, std::int64_t count, domain::instant until);

/// Puts a snapshot there that no server understands, so that a start has to replay all events.
void spoil_snapshot(const std::filesystem::path& file, const std::string& site);

} // namespace motcua::bench
