#pragma once
// The tables of a database of ours, made and changed by numbered steps.

#include "server/journal/journal.hpp"

#include <cstdint>
#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// "MotC": how SQLite and file(1) know a database of ours.
constexpr int application_id = 0x4D6F7443;

/// The version of the schema that this program writes.
std::uint32_t newest_schema();

/// Brings `database`, which is empty or one that was accepted, to the newest schema, in one transaction.
/// What is derived from the events in another way than it was is made anew from them: an error names the
/// event that is broken. Throws SQLite::Exception.
result<void> migrate(SQLite::Database& database);

} // namespace motcua::journal
