#pragma once
// The tables that any SQL tool may read: rows that follow from the events and are written in their
// transaction.

#include "server/journal/progress.hpp"
#include "server/journal/rows.hpp"
#include "server/journal/sqlite.hpp"
#include "server/tables/table.hpp"

namespace motcua::journal {

/// Tables that follow from the events together.
struct projection
{
    std::string_view name;
    /// Must be raised with every change of project() or its rows, so that stored rows are rebuilt.
    std::int64_t version{};
};

/// The tables `visit` and `leg`, since version 2 `settings_version` and `audit`, since version 3 the offset
/// and target of each visit, since version 5 `appointment` and `rating`.
constexpr projection wait_time_log{"wait_time_log", 5};

/// Writes rows. `database` and `site` must outlive it.
class projection_writer
{
public:
    projection_writer(SQLite::Database& database, const std::string& site);

    /// Throws SQLite::Exception.
    void write(const row_change& change);

private:
    void write(const visit_row& row) { visits_.write(row); }
    void write(const visit_reopened& row);
    void write(const leg_row& row) { legs_.write(row); }
    void write(const settings_row& row) { settings_.write(row); }
    void write(const audit_row& row) { audit_.write(row); }
    void write(const appointment_row& row) { appointments_.write(row); }
    void write(const rating_row& row) { ratings_.write(row); }

    const std::string& site_;
    tables::row_writer<visit_row> visits_;
    tables::row_writer<leg_row> legs_;
    tables::row_writer<settings_row> settings_;
    tables::row_writer<audit_row> audit_;
    tables::row_writer<appointment_row> appointments_;
    tables::row_writer<rating_row> ratings_;
    SQLite::Statement delete_visit_;
};

/// Notes that the rows of `site` are of the present projections: with its first event, and after a rebuild.
/// Throws SQLite::Exception.
void note_projections(SQLite::Database& database, const std::string& site);

/// The version of the projection that the rows of `site` are of; 0 when they must be built. Throws
/// SQLite::Exception.
std::int64_t stored_version_of(SQLite::Database& database, const std::string& site, const projection& wanted);

/// Where the rows of `site` are of another version than wait_time_log, deletes them and builds them from the
/// events, in one transaction; elsewhere, and for a site without events, writes nothing. `report` gets a line
/// at the beginning, after every `events_between_reports` events and at the end. An error names the event
/// that is broken. Throws SQLite::Exception.
result<void> update_projections(SQLite::Database& database, const std::string& site, const progress& report);

} // namespace motcua::journal
