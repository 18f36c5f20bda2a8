#pragma once
// The journal of a site in an SQLite file: WAL, synchronous=FULL, one connection that writes and checkpoints.

#include "server/journal/journal.hpp"
#include "server/journal/progress.hpp"

namespace motcua::journal {

/// Opens the file at `path` for `site`; makes it if there is none. Checks that it is ours, not newer, and
/// whole (the whole file up to 64 MiB); nothing is written to a file that is refused, nor beside it. Brings
/// an older one to the present schema and rebuilds projections of another version, with a line to `report`
/// for what takes long. While it lives no other journal, here or in another process, can open the same file:
/// to them it is `in_use`.
result<std::unique_ptr<journal>> open_sqlite_journal(const std::string& path, const std::string& site,
                                                     const progress& report = {});

/// The same for a database that SQLite reaches through its VFS `vfs` and no other process can open. Whatever
/// concerns the files of an operating system is left out: the lock, the look from outside before opening, a
/// name given to a new database only when it is whole. SQLite makes a new one in place, in one transaction,
/// and an empty database is treated as one that is not there.
result<std::unique_ptr<journal>> open_sqlite_journal_on(const std::string& vfs, const std::string& path,
                                                        const std::string& site, const progress& report = {});

} // namespace motcua::journal
