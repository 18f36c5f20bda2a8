#pragma once
// What every user of SQLite needs of a statement and its columns.

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <string_view>

namespace motcua::tables {

/// The bytes of a text or blob, while the statement stays on its row.
std::string_view text_of(const SQLite::Column& column);

/// Runs `statement`, and throws SQLite::Exception with the statement ready to be bound again.
void run(SQLite::Statement& statement);

} // namespace motcua::tables
