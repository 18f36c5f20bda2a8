#pragma once
// Looking at a database without leaving a trace: before the server opens it, and for those who only read.

#include "server/journal/journal.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// The one name of a database, however it was called: what lies beside it, log and lock, is named after that.
/// Throws std::filesystem::filesystem_error.
std::string real_path(const std::string& path);

/// How one who only reads names the database whose real path is `path`, so that no file is left beside a
/// database that nobody serves: a path, or a URI for SQLite.
std::string name_for_reading(const std::string& path);

/// Opens the database whose real path is `path`, beside a running server too, so that no file is changed and
/// none made. Throws SQLite::Exception.
SQLite::Database open_untouched(const std::string& path);

/// Whether the server may open the database whose real path is `path`: ours, not newer than this program, not
/// cut short and, up to `check_whole_bytes_max`, whole. Nothing is written.
result<void> accept(const std::string& path);

/// The same of what stands in `database`, be it in the file or in its log, which together are `bytes` long.
/// Throws SQLite::Exception.
result<void> accept_content(SQLite::Database& database, std::uintmax_t bytes);

/// Whether a database may be made at `path`, where there is no file: nothing of an earlier one may lie beside
/// it, for SQLite would take that for a part of the new one. Nothing is written.
result<void> accept_new(const std::string& path);

} // namespace motcua::journal
