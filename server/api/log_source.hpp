#pragma once
// Where the log of a site is.

#include <string>

namespace motcua::api {

struct log_source
{
    /// Path of the SQLite database, or a URI for SQLite.
    std::string database;
    std::string site;
};

} // namespace motcua::api
