#pragma once
// A simulated disk as SQLite calls it (https://www.sqlite.org/c3ref/vfs.html).

#include "tests/simulation/disk/disk_state.hpp"

#include <sqlite3.h>

namespace motcua::simulation {

/// The VFS of `disk`, which must outlive it, as must `name`. It is not registered yet.
sqlite3_vfs vfs_of(disk_state& disk, const std::string& name);

} // namespace motcua::simulation
