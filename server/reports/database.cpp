#include "server/reports/database.hpp"

#include "server/reports/limits.hpp"

namespace motcua::reports {

std::unique_ptr<SQLite::Database> open_for_reading(const std::string& path)
{
    auto database = std::make_unique<SQLite::Database>(
        path, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI,
        static_cast<int>(lock_wait_max.count()));
    // The last to close a database writes its log back; that is the journal's work alone.
    sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    database->exec("PRAGMA query_only = ON");
    return database;
}

} // namespace motcua::reports
