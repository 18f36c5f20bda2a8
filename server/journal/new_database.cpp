#include "server/journal/new_database.hpp"

#include "server/journal/migrations.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <SQLiteCpp/Statement.h>
#include <unistd.h>

namespace motcua::journal {

namespace {

/// Makes renames in `folder` durable.
result<void> sync_folder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int why = errno;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!synced) {
        return journal_error{fault::failed, "cannot sync " + folder.string() + ": " + std::strerror(why)};
    }
    return {};
}

} // namespace

result<void> require_log(SQLite::Database& database)
{
    SQLite::Statement turn_on(database, "PRAGMA journal_mode = WAL");
    turn_on.executeStep();
    const auto mode = turn_on.getColumn(0).getString();
    // SQLite commits, and reports an error, only after it has returned the mode.
    turn_on.executeStep();
    if (mode != "wal") {
        return journal_error{fault::failed,
                             "the file system allows no write-ahead log (SQLite stays with '" + mode + "')"};
    }
    return {};
}

result<void> make_tables(SQLite::Database& database)
{
    database.exec("PRAGMA synchronous = FULL");
    migrate(database);
    return require_log(database);
}

result<void> make_database(const std::filesystem::path& path)
{
    const auto unnamed = path.string() + ".new";
    for (const auto* suffix : {"", "-journal", "-wal", "-shm"}) {
        std::filesystem::remove(unnamed + suffix);
    }
    {
        SQLite::Database database(unnamed, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        if (auto made = make_tables(database); !made) {
            return made;
        }
    }
    std::filesystem::rename(unnamed, path);
    return sync_folder(path.parent_path());
}

} // namespace motcua::journal
