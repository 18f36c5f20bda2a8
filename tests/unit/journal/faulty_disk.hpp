#pragma once
// A disk under SQLite that fails on demand.

#include <sqlite3.h>

/// While it lives, every SQLite file of this process is on it. One at a time.
class faulty_disk
{
public:
    faulty_disk();
    ~faulty_disk();
    faulty_disk(const faulty_disk&) = delete;
    faulty_disk& operator=(const faulty_disk&) = delete;

    /// fsync of a file whose name ends with this fails.
    const char* sync_fails_for = nullptr;
    /// No file can be shared in memory, so that there is no write-ahead log.
    bool without_shared_memory = false;
    /// How many times SQLite has requested an fsync.
    int syncs = 0;

private:
    sqlite3_vfs* real_;
    sqlite3_vfs faulty_;
};
