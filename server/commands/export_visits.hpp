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

/// Writes the CSV to `out`, one piece at a time. Only reads the database, which a running server may use;
/// instants are in the time zone of the site. Throws `failure`; the output is then incomplete.
void export_visits(const visits_export& visits, std::ostream& out);

} // namespace motcua::commands
