#include "server/journal/many_rows.hpp"

#include "base/require.hpp"

namespace motcua::journal {

namespace {

std::pair<std::size_t, SQLite::Statement> statement_of(SQLite::Database& database, const std::string& table,
                                                       int columns, std::size_t rows)
{
    std::string row = "(?";
    for (int count = 1; count < columns; ++count) {
        row += ", ?";
    }
    row += ")";
    std::string text = "INSERT INTO " + table + " VALUES " + row;
    for (std::size_t count = 1; count < rows; ++count) {
        text += ", " + row;
    }
    return {rows, SQLite::Statement(database, text)};
}

} // namespace

many_rows::many_rows(SQLite::Database& database, const std::string& table, int columns)
    : columns_(columns), statements_{statement_of(database, table, columns, rows_max),
                                     statement_of(database, table, columns, 4),
                                     statement_of(database, table, columns, 1)}
{
    base::require(statements_.back().first == 1, "any number of rows can be added");
    base::require(statements_.front().second.getBindParameterCount() ==
                      columns * static_cast<int>(statements_.front().first),
                  "each row has a parameter per column");
}

} // namespace motcua::journal
