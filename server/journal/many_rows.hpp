#pragma once
// An INSERT that adds many rows with few statements.

#include "server/journal/sqlite.hpp"

#include <array>
#include <utility>

namespace motcua::journal {

/// Adds rows to one table. Within a statement SQLite continues from the row before, while each new statement
/// opens the table and searches its place from the root: that costs 7,200 of a ticket's 80,700 instructions
/// in a rush.
class many_rows
{
public:
    /// The most rows of one statement. A value that is bound without a copy must live until it has run.
    static constexpr std::size_t rows_max = 16;

    /// `database` must outlive it. `table` may name its columns, "event(site, seq)"; `columns` is their
    /// number.
    many_rows(SQLite::Database& database, const std::string& table, int columns);

    /// Runs `bind(statement, before, row)` for each row from 0 to `count` - 1, in order: its first column is
    /// parameter `before` + 1. Throws SQLite::Exception.
    template <class Bind>
    void insert(std::size_t count, Bind bind)
    {
        std::size_t row = 0;
        for (auto& [rows, statement] : statements_) {
            for (; count - row >= rows; row += rows) {
                for (std::size_t place = 0; place < rows; ++place) {
                    bind(statement, static_cast<int>(place) * columns_, row + place);
                }
                run(statement);
            }
        }
    }

private:
    int columns_;
    /// Each with its number of rows, the largest first; the last adds one.
    std::array<std::pair<std::size_t, SQLite::Statement>, 3> statements_;
};

} // namespace motcua::journal
