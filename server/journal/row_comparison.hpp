#pragma once
// The stored rows of the projections against those that follow from the events.

#include "server/journal/projection_tables.hpp"

namespace motcua::journal {

/// Collects the expected rows of some tickets in temporary tables, in memory, and compares. `database` and
/// `site` must outlive it; all here throws SQLite::Exception.
class row_comparison
{
public:
    row_comparison(SQLite::Database& database, const std::string& site);

    void expect(const row_change& change) { expected_.write(change); }

    /// Compares the rows of the tickets after `first` up to `last` with what was expected, gives a sentence
    /// for each row that is missing, wrong or too many, and expects nothing any more.
    std::vector<std::string> compare(std::int64_t first, std::int64_t last);

private:
    struct temporary_tables
    {
        explicit temporary_tables(SQLite::Database& database);
    };

    SQLite::Database& database_;
    const std::string& site_;
    temporary_tables tables_;
    projection_writer expected_;
};

} // namespace motcua::journal
