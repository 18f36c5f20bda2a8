#pragma once
// The stored rows of the projections against those that follow from the events.

#include "server/journal/projection_tables.hpp"

#include <map>

namespace motcua::journal {

/// Collects the rows that some tickets, and some events of the site, must have, in memory, and compares.
/// `database` and `site` must outlive it; all here throws SQLite::Exception.
class row_comparison
{
public:
    row_comparison(SQLite::Database& database, const std::string& site) : database_(database), site_(site) {}

    void expect(const row_change& change);

    /// Compares the rows of the tickets after `first` up to `last` with those that were expected, and forgets
    /// these. Returns a sentence for each row that is missing, wrong or too many.
    std::vector<std::string> compare(std::int64_t first, std::int64_t last);

    /// The same for the rows of the site itself, by the events that left them.
    std::vector<std::string> compare_site(std::int64_t first, std::int64_t last);

    /// The same for all appointments and ratings, whose rows change for days and weeks.
    std::vector<std::string> compare_slow_rows();

    /// What a row counts: its ticket and, of a leg, its number; its version; its event.
    using row_key = std::pair<std::int64_t, std::int64_t>;

private:
    SQLite::Database& database_;
    const std::string& site_;
    std::map<row_key, visit_row> visits_;
    std::map<row_key, leg_row> legs_;
    std::map<row_key, settings_row> settings_;
    std::map<row_key, audit_row> audit_;
    std::map<row_key, appointment_row> appointments_;
    std::map<row_key, rating_row> ratings_;
};

} // namespace motcua::journal
