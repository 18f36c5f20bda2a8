#include "server/tables/statements.hpp"

#include <SQLiteCpp/Exception.h>

namespace motcua::tables {

std::string_view text_of(const SQLite::Column& column)
{
    return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

void run(SQLite::Statement& statement)
{
    try {
        statement.exec();
    } catch (const SQLite::Exception&) {
        statement.tryReset();
        throw;
    }
    statement.reset();
}

} // namespace motcua::tables
