#pragma once
// The journal of a site in an SQLite file: WAL, synchronous=FULL, one connection that writes and checkpoints.

#include "server/journal/journal.hpp"

namespace motcua::journal {

/// Opens the file at `path` (made anew if there is none) for `site`. Checks that it is ours, not newer, and
/// whole (the whole file up to 64 MiB); nothing is written to a file that is refused, nor beside it. While it
/// lives no other journal, here or in another process, can open the same file: to them it is `in_use`.
result<std::unique_ptr<journal>> open_sqlite_journal(const std::string& path, const std::string& site);

} // namespace motcua::journal
