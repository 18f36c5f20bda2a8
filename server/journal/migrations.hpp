#pragma once
// The tables of a database of ours, made and changed by numbered steps.

#include "server/journal/journal.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// "MotC": how SQLite and file(1) know a database of ours.
constexpr int application_id = 0x4D6F7443;

/// Brings `database` to the newest schema, in one transaction. A file that is not ours or that a newer
/// version wrote is refused and nothing is written.
result<void> migrate(SQLite::Database& database);

} // namespace motcua::journal
