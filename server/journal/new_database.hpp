#pragma once
// Making a database where there is none.

#include "server/journal/journal.hpp"

#include <filesystem>
#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// Turns the write-ahead log on, which stays on in the file; an error where the file system allows none.
/// Throws SQLite::Exception.
result<void> require_log(SQLite::Database& database);

/// Makes `database`, which is empty, one of ours: the tables in one transaction, then the log.
/// Throws SQLite::Exception.
result<void> make_tables(SQLite::Database& database);

/// Makes an empty database at `path`. It gets its name only when it is whole, so that no crash leaves half of
/// one there. Throws SQLite::Exception and std::filesystem::filesystem_error.
result<void> make_database(const std::filesystem::path& path);

} // namespace motcua::journal
