#pragma once
// A read-only connection to the database of the journal, and its errors as values.

#include "server/reports/report_error.hpp"

#include <memory>
#include <sqlite3.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <string>

namespace motcua::reports {

/// A row that no version of the journal can have written.
struct unknown_word : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Runs `work`, which uses SQLite, and makes a value of what it throws.
template <class Work>
auto guarded(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const unknown_word& thrown) {
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
