#include "tests/simulation/disk/synchronous.hpp"

#include <string_view>

namespace motcua::simulation {

namespace {

std::string forced;

int pass_over_synchronous(void*, int action, const char* pragma, const char*, const char*, const char*)
{
    const bool passed_over = action == SQLITE_PRAGMA && std::string_view(pragma) == "synchronous";
    return passed_over ? SQLITE_IGNORE : SQLITE_OK;
}

int at_open(sqlite3* database, char**, const sqlite3_api_routines*)
{
    sqlite3_exec(database, ("PRAGMA synchronous = " + forced).c_str(), nullptr, nullptr, nullptr);
    return sqlite3_set_authorizer(database, pass_over_synchronous, nullptr);
}

/// How SQLite wants the entry point of an extension.
auto entry_point() { return reinterpret_cast<void (*)()>(at_open); }

} // namespace

forced_synchronous::forced_synchronous(const std::string& level)
{
    forced = level;
    sqlite3_auto_extension(entry_point());
}

forced_synchronous::~forced_synchronous() { sqlite3_cancel_auto_extension(entry_point()); }

} // namespace motcua::simulation
