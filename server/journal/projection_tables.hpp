#pragma once
// The tables that any SQL tool may read: rows that follow from the events, written in their transaction.

#include "server/journal/sqlite.hpp"

namespace motcua::journal {

/// Writes rows. `database` and `site` must outlive it.
class projection_writer
{
public:
    /// Into the tables of `schema`: "main", or another that has the same tables.
    projection_writer(SQLite::Database& database, const std::string& site,
                      const std::string& schema = "main");

    /// Throws SQLite::Exception.
    void write(const row_change& change);

private:
    void write(const visit_row& row);
    void write(const visit_reopened& row);
    void write(const leg_row& row);

    const std::string& site_;
    SQLite::Statement insert_visit_;
    SQLite::Statement delete_visit_;
    SQLite::Statement insert_leg_;
};

/// Makes the rows of every site anew from its events, in the caller's transaction. Throws SQLite::Exception.
result<void> rebuild_projections(SQLite::Database& database);

} // namespace motcua::journal
