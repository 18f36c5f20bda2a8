#pragma once
// A read-only connection to the database of the journal, and its errors as values.

#include "server/reports/report_error.hpp"
#include "server/tables/table.hpp"

#include <memory>
#include <sqlite3.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <string>

namespace motcua::reports {

/// A row that no version of the journal can have written.
struct unreadable_row : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The row on which a statement of tables::select_text() stands. Throws unreadable_row.
template <class Row>
Row readable_row(SQLite::Statement& statement)
{
    auto row = tables::read_row<Row>(statement);
    if (!row) {
        throw unreadable_row("the table " + std::string(tables::table_of<Row>::name) +
                             " holds a row that the journal cannot have written");
    }
    return *std::move(row);
}

/// Runs `work`, which uses SQLite, and makes a value of what it throws.
template <class Work>
auto guarded(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const unreadable_row& thrown) {
        return report_error{fault::corrupt, thrown.what()};
    } catch (const SQLite::Exception& thrown) {
        switch (thrown.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return report_error{fault::busy, thrown.what()};
        case SQLITE_CORRUPT:
            return report_error{fault::corrupt, thrown.what()};
        default:
            return report_error{fault::failed, thrown.what()};
        }
    }
}

/// Opens the database at `path`, which must exist and may be a URI, for reading only. Throws
/// SQLite::Exception.
std::unique_ptr<SQLite::Database> open_for_reading(const std::string& path);

} // namespace motcua::reports
