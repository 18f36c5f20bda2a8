#pragma once
// Making a database where there is none.

#include "server/journal/journal.hpp"

#include <filesystem>
#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// Turns the write-ahead log on, for good; an error where the file system allows none.
/// Throws SQLite::Exception.
result<void> require_log(SQLite::Database& database);

/// Makes the tables of `database`, which is empty, in one transaction, then turns the log on.
/// Throws SQLite::Exception.
result<void> make_tables(SQLite::Database& database);

/// Makes an empty database at `path`. It gets its name only when it is whole, so that no crash leaves half of
/// one there. Throws SQLite::Exception and std::filesystem::filesystem_error.
result<void> make_database(const std::filesystem::path& path);

} // namespace motcua::journal
