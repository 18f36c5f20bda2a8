#pragma once
// Whether the tables are those that this program writes.

#include "server/journal/journal.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// An error where the schema, or the rows of `site` that follow from its events, are of an older version:
/// only a start of the server brings them to the present one. Throws SQLite::Exception.
result<void> require_present_form(SQLite::Database& database, const std::string& site);

/// The same of the database at `path`, which is left as it is.
result<void> require_present_form(const std::string& path, const std::string& site);

} // namespace motcua::journal
