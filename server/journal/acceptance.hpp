#pragma once
// Looking at a database without leaving a trace: before the server opens it, and for those who only read.

#include "server/journal/journal.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// Opens the database at `path`, beside a running server too, so that no file is changed and none made.
/// Throws SQLite::Exception.
SQLite::Database open_untouched(const std::string& path);

/// Whether the server may open the database at `path`: ours, not newer than this program, not cut short and,
/// up to `check_whole_bytes_max`, whole. Nothing is written.
result<void> accept(const std::string& path);

/// Whether there is no database at `path` yet: no file, or an empty one.
bool is_absent(const std::string& path);

} // namespace motcua::journal
