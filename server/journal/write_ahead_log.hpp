#pragma once
// Writing SQLite's write-ahead log back into the database file, at moments that disturb nobody.

#include "server/journal/journal.hpp"

#include <SQLiteCpp/Database.h>

namespace motcua::journal {

/// Belongs to the one connection that writes. No other may checkpoint: two at once may damage the file in
/// this SQLite (https://www.sqlite.org/wal.html, section 11). `database` must outlive it.
class write_ahead_log
{
public:
    explicit write_ahead_log(SQLite::Database& database);
    write_ahead_log(const write_ahead_log&) = delete;
    write_ahead_log& operator=(const write_ahead_log&) = delete;

    /// At start, when the log was read and before anyone relies on it: writes every byte of it again and
    /// syncs. The writes of a process that was killed before its fsync are only in the kernel's memory; and
    /// after a failed fsync the kernel takes its pages for written
    /// (https://wiki.postgresql.org/wiki/Fsync_Errors), so that no later fsync makes up for it.
    result<void> rewrite();

    /// After a commit: writes back when the log has grown by `checkpoint_pages`.
    result<void> committed();

    /// Writes back all that readers allow. An error is tried again; only `lost` is final.
    result<void> write_back();

    /// An orderly end: all is in the database file, the log is gone when the connection closes.
    void finish();

private:
    static int note_commit(void* self, sqlite3*, const char*, int pages);

    SQLite::Database& database_;
    /// How long the log was at the last commit.
    int pages_ = 0;
    /// Whether something in the log is not in the database file yet.
    bool behind_ = false;
    /// The length at which a commit writes back itself.
    int write_back_at_;
};

} // namespace motcua::journal
