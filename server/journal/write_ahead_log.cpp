#include "server/journal/write_ahead_log.hpp"

#include "server/journal/limits.hpp"
#include "server/journal/sqlite.hpp"

#include <algorithm>
#include <sqlite3.h>

namespace motcua::journal {

write_ahead_log::write_ahead_log(SQLite::Database& database)
    : database_(database), write_back_at_(checkpoint_pages)
{
    database_.exec("PRAGMA wal_autocheckpoint = 0");
    sqlite3_wal_hook(database_.getHandle(), note_commit, this);
}

int write_ahead_log::note_commit(void* self, sqlite3*, const char*, int pages)
{
    auto& log = *static_cast<write_ahead_log*>(self);
    log.pages_ = pages;
    log.behind_ = true;
    return SQLITE_OK;
}

result<void> write_ahead_log::rewrite()
{
    sqlite3_file* file = nullptr;
    int code = sqlite3_file_control(database_.getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
    if (code != SQLITE_OK || file == nullptr || file->pMethods == nullptr) {
        return journal_error{fault_of(code), "the write-ahead log is not open"};
    }
    sqlite3_int64 size = 0;
    code = file->pMethods->xFileSize(file, &size);
    std::vector<char> bytes(static_cast<std::size_t>(std::min<sqlite3_int64>(size, rewrite_bytes)));
    for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += rewrite_bytes) {
        const auto count = static_cast<int>(std::min<sqlite3_int64>(size - at, rewrite_bytes));
        code = file->pMethods->xRead(file, bytes.data(), count, at);
        if (code == SQLITE_OK) {
            code = file->pMethods->xWrite(file, bytes.data(), count, at);
        }
    }
    if (code == SQLITE_OK && size > 0) {
        code = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
    }
    if (code != SQLITE_OK) {
        return journal_error{fault_of(code), std::string("write-ahead log: ") + sqlite3_errstr(code)};
    }
    return {};
}

result<void> write_ahead_log::committed()
{
    if (pages_ < write_back_at_) {
        return {};
    }
    return write_back();
}

result<void> write_ahead_log::write_back()
{
    if (!behind_) {
        return {};
    }
    int length = 0;
    int written = 0;
    auto* handle = database_.getHandle();
    const int code = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, &length, &written);
    if (code != SQLITE_OK) {
        write_back_at_ = pages_ + checkpoint_pages;
        return journal_error{fault_of(sqlite3_extended_errcode(handle)),
                             std::string("checkpoint: ") + sqlite3_errmsg(handle)};
    }
    // A reader may hold the rest back; the log starts from its beginning only when all is written.
    behind_ = written < length;
    write_back_at_ = (behind_ ? length : 0) + checkpoint_pages;
    return {};
}

void write_ahead_log::finish()
{
    auto* handle = database_.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

} // namespace motcua::journal
