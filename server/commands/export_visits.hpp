#pragma once
// `motcua-server export --what visits`: the wait-time log as CSV, from the database alone.

#include "server/domain/types.hpp"

#include <ostream>
#include <string>

namespace motcua::commands {

struct visits_export
{
    /// Path of the SQLite database.
    std::string database;
    std::string site;
    /// Business days, both included.
    domain::local_day from{};
    domain::local_day to{};
};

/// Writes the CSV to `out`, a piece at a time. The database is only read, also beside a running server;
/// instants are written by the clock that the site is set to. Throws `failure`; what was written before it is
/// no whole log.
void export_visits(const visits_export& wanted, std::ostream& out);

} // namespace motcua::commands
