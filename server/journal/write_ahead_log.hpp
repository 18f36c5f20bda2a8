#pragma once
// Writing SQLite's write-ahead log back into the database file, at moments that disturb nobody.

#include "server/journal/journal.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// Of the one connection that writes; no other checkpoints, for two that do so at once may damage the file
/// in this SQLite (https://www.sqlite.org/wal.html, section 11). `database` must outlive it.
class write_ahead_log
{
public:
    explicit write_ahead_log(SQLite::Database& database);
    write_ahead_log(const write_ahead_log&) = delete;
    write_ahead_log& operator=(const write_ahead_log&) = delete;

    /// At start, when the log was read and before anyone is told of it: writes every byte of it anew and
    /// syncs. What a process wrote that was killed before its fsync, only the kernel's memory holds; and what
    /// an fsync has failed on the kernel takes for written (https://wiki.postgresql.org/wiki/Fsync_Errors),
    /// so that no later fsync makes up for it.
    result<void> write_anew();

    /// After a commit: writes back when the log has grown by `checkpoint_pages`.
    result<void> committed();

    /// Writes back all that readers let it. What fails is tried again; only `lost` is final.
    result<void> write_back();

    /// An orderly end: all is in the database file, the log is gone when the connection closes.
    void finish();

private:
    static int note_commit(void* self, sqlite3*, const char*, int pages);

    SQLite::Database& database_;
    /// How long the log was at the last commit.
    int pages_ = 0;
    /// Whether something in the log is not in the database file.
    bool behind_ = false;
    /// The length at which a commit writes back itself.
    int write_back_at_;
};

} // namespace motcua::journal
