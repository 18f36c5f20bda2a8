#include "server/journal/sqlite.hpp"

#include "base/require.hpp"

#include <sqlite3.h>

namespace motcua::journal {

fault fault_of(int extended_code)
{
    if (extended_code == SQLITE_IOERR_FSYNC || extended_code == SQLITE_IOERR_DIR_FSYNC) {
        return fault::lost;
    }
    switch (extended_code & 0xFF) {
    case SQLITE_FULL:
        return fault::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fault::corrupt;
    default:
        return fault::failed;
    }
}

journal_error error_of(const SQLite::Exception& thrown)
{
    // Exceptions that this code throws itself have no extended code.
    const int extended = thrown.getExtendedErrorCode();
    return {fault_of(extended == -1 ? thrown.getErrorCode() : extended), thrown.what()};
}

transaction_statements::transaction_statements(SQLite::Database& database)
    : begin(database, "BEGIN"), commit(database, "COMMIT"), rollback(database, "ROLLBACK")
{}

transaction::transaction(transaction_statements& statements) : statements_(statements)
{
    run(statements_.begin);
}

transaction::~transaction()
{
    if (!committed_) {
        // After some errors SQLite has rolled back already, and says so.
        statements_.rollback.tryExecuteStep();
        statements_.rollback.tryReset();
    }
}

void transaction::commit()
{
    base::require(!committed_, "a transaction is committed once");
    run(statements_.commit);
    committed_ = true;
}

void throw_exception_from_error(const journal_error& error, const boost::source_location&)
{
    throw std::runtime_error(error.detail);
}

} // namespace motcua::journal
