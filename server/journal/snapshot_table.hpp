#pragma once
// The table `snapshot`: the newest state of a site, with a digest that shows whether it is whole.

#include "server/journal/sqlite.hpp"

namespace motcua::journal {

/// The newest snapshot that is whole; none when there is none. Throws SQLite::Exception, as all here.
std::optional<snapshot> newest_snapshot(SQLite::Database& database, const std::string& site);

/// The seqs of the snapshots that are not whole.
std::vector<std::int64_t> damaged_snapshots(SQLite::Database& database, const std::string& site);

/// Writes `taken` and removes the older ones, in one transaction.
void replace_snapshot(SQLite::Database& database, const std::string& site, const snapshot& taken);

} // namespace motcua::journal
