#pragma once
// The tables of our database, made and changed by numbered steps.

#include <cstdint>
#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// "MotC": how SQLite and file(1) recognise our database.
constexpr int application_id = 0x4D6F7443;

/// The version of the schema that `database` has; 0 when it is empty. Throws SQLite::Exception.
std::uint32_t schema_of(SQLite::Database& database);

/// The version of the schema that this program writes.
std::uint32_t newest_schema();

/// Brings `database`, which is empty or one that was accepted, to the newest schema, in one transaction.
/// Projections whose rows an older schema could not hold are marked for update_projections(). Throws
/// SQLite::Exception.
void migrate(SQLite::Database& database);

} // namespace motcua::journal
