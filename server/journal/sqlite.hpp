#pragma once
// What every user of SQLite in this folder shares: errors as values, transactions, binding of optionals.

#include "server/journal/journal.hpp"
#include "server/tables/statements.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

namespace motcua::journal {

using tables::run;
using tables::text_of;

/// What SQLite's code says about the store: a failed fsync is `lost`, a full disk `full`, damage `corrupt`.
fault fault_of(int extended_code);

journal_error error_of(const SQLite::Exception& thrown);

/// Runs `work`, which uses SQLite, and turns an exception of SQLite's into a value.
template <class Work>
auto guarded(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& thrown) {
        return error_of(thrown);
    }
}

/// The statements of a transaction, parsed once. `database` must outlive them.
struct transaction_statements
{
    explicit transaction_statements(SQLite::Database& database);

    SQLite::Statement begin;
    SQLite::Statement commit;
    SQLite::Statement rollback;
};

/// A transaction from here to commit(), rolled back if that is not reached. Throws SQLite::Exception.
class transaction
{
public:
    explicit transaction(transaction_statements& statements);
    ~transaction();
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;

    void commit();

private:
    transaction_statements& statements_;
    bool committed_ = false;
};

inline std::int64_t microseconds_of(instant at) { return at.time_since_epoch().count(); }

template <class T>
void bind_optional(SQLite::Statement& statement, int index, const std::optional<T>& value)
{
    if (value) {
        statement.bind(index, *value);
    } else {
        statement.bind(index);
    }
}

template <class T, class Convert>
void bind_optional(SQLite::Statement& statement, int index, const std::optional<T>& value, Convert convert)
{
    bind_optional(statement, index, value ? std::optional{convert(*value)} : std::nullopt);
}

} // namespace motcua::journal
