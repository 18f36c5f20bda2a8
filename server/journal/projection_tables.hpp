#pragma once
// The tables that any SQL tool may read: rows that follow from the events, written in their transaction.

#include "server/journal/sqlite.hpp"

namespace motcua::journal {

/// Writes rows. `database` and `site` must outlive it.
class projection_writer
{
public:
    projection_writer(SQLite::Database& database, const std::string& site);

    /// Throws SQLite::Exception.
    void write(const visit_row& row);

private:
    const std::string& site_;
    SQLite::Statement insert_visit_;
};

} // namespace motcua::journal
