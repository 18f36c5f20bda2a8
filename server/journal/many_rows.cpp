#include "server/journal/many_rows.hpp"

namespace motcua::journal {

namespace {

std::pair<std::size_t, SQLite::Statement> statement_of(SQLite::Database& database, const std::string& table,
                                                       int columns, std::size_t rows)
{
    std::string row = "(?";
    for (int i = 1; i < columns; ++i) {
        row += ", ?";
    }
    row += ")";
    std::string text = "INSERT INTO " + table + " VALUES " + row;
    for (std::size_t i = 1; i < rows; ++i) {
        text += ", " + row;
    }
    return {rows, SQLite::Statement(database, text)};
}

} // namespace

many_rows::many_rows(SQLite::Database& database, const std::string& table, int columns)
    : columns_(columns), statements_{statement_of(database, table, columns, rows_max),
                                     statement_of(database, table, columns, 4),
                                     statement_of(database, table, columns, 1)}
{}

} // namespace motcua::journal
