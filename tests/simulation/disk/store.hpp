#pragma once
// The database of the tests on a simulated disk, opened as the product opens it.

#include "server/journal/sqlite_journal.hpp"
#include "tests/simulation/disk/simulated_disk.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::simulation {

constexpr auto database_path = "/motcua.db";
constexpr auto site_name = "demo";

inline journal::result<std::unique_ptr<journal::journal>> open_journal(const simulated_disk& disk)
{
    return journal::open_sqlite_journal_on(disk.name(), database_path, site_name);
}

/// Throws SQLite::Exception.
inline SQLite::Database open_for_reading(const simulated_disk& disk)
{
    return {database_path, SQLite::OPEN_READONLY, 0, disk.name().c_str()};
}

} // namespace motcua::simulation
