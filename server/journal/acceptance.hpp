#pragma once
// Looking at a database without leaving a trace: before the server opens it, and for commands that only read.

#include "server/journal/journal.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// The one name of a database, whichever name `path` is: log and lock beside it are named after that.
/// Throws std::filesystem::filesystem_error.
std::string real_path(const std::string& path);

/// The name for a reader to open the database whose real path is `path`, so that no file is left beside a
/// database that no server has open: a path, or a URI for SQLite.
std::string name_for_reading(const std::string& path);

/// Opens the database whose real path is `path`, beside a running server too, without changing or making a
/// file. Throws SQLite::Exception.
SQLite::Database open_untouched(const std::string& path);

/// Whether the server may open the database whose real path is `path`: ours, not newer than this program, not
/// cut short and, up to `check_whole_bytes_max`, whole. Nothing is written.
result<void> accept(const std::string& path);

/// The same for the content of `database`, in the file and in its log, which together are `bytes` long.
/// Throws SQLite::Exception.
result<void> accept_content(SQLite::Database& database, std::uintmax_t bytes);

/// Whether a database may be made at `path`, where there is no file: nothing of an earlier one may lie beside
/// it, because SQLite would take that for a part of the new one. Nothing is written.
result<void> accept_new(const std::string& path);

} // namespace motcua::journal
