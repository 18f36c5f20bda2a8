#include "tests/simulation/disk/disk_vfs.hpp"

#include <cstring>

namespace motcua::simulation {

namespace {

constexpr int path_bytes_max = 512;

struct vfs_file
{
    sqlite3_file base;
    open_file* opened;
};

open_file& opened(sqlite3_file* file) { return *reinterpret_cast<vfs_file*>(file)->opened; }

disk_state& disk_of(sqlite3_vfs* vfs) { return *static_cast<disk_state*>(vfs->pAppData); }

int close(sqlite3_file* file)
{
    delete &opened(file);
    file->pMethods = nullptr;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* into, int count, sqlite3_int64 offset)
{
    return opened(file).read({static_cast<std::uint8_t*>(into), static_cast<std::size_t>(count)},
                             static_cast<std::uint64_t>(offset));
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    return opened(file).write({static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(count)},
                              static_cast<std::uint64_t>(offset));
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    return opened(file).truncate(static_cast<std::uint64_t>(size));
}

int sync(sqlite3_file* file, int) { return opened(file).sync(); }

int file_size(sqlite3_file* file, sqlite3_int64* answer)
{
    std::int64_t size = 0;
    const int code = opened(file).size(&size);
    *answer = size;
    return code;
}

int lock(sqlite3_file* file, int level) { return opened(file).lock(level); }
int unlock(sqlite3_file* file, int level) { return opened(file).unlock(level); }
int check_reserved(sqlite3_file* file, int* answer) { return opened(file).is_reserved(answer); }
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }

/// As SQLite on Unix: what stands beside a write in its sector survives it.
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int map(sqlite3_file* file, int region, int bytes, int extend, void volatile** answer)
{
    return opened(file).map(region, bytes, extend != 0, answer);
}

int lock_map(sqlite3_file* file, int offset, int count, int flags)
{
    return opened(file).lock_map(offset, count, flags);
}

/// One thread sees its own writes in order.
void barrier(sqlite3_file*) {}

int unmap(sqlite3_file* file, int) { return opened(file).unmap(); }

constexpr sqlite3_io_methods methods{
    2,      close,          read,    write,       truncate,        sync, file_size, lock,
    unlock, check_reserved, control, sector_size, characteristics, map,  lock_map,  barrier,
    unmap,  nullptr,        nullptr};

int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags)
{
    file->pMethods = nullptr;
    int code = SQLITE_OK;
    auto made = open_file::open(disk_of(vfs), name, flags, code);
    if (made) {
        auto* opening = reinterpret_cast<vfs_file*>(file);
        opening->opened = made.release();
        opening->base.pMethods = &methods;
        if (out_flags != nullptr) {
            *out_flags = flags;
        }
    }
    return code;
}

int remove(sqlite3_vfs* vfs, const char* name, int sync_folder)
{
    return disk_of(vfs).remove(name, sync_folder != 0);
}

int access(sqlite3_vfs* vfs, const char* name, int, int* answer) { return disk_of(vfs).exists(name, answer); }

int full_path(sqlite3_vfs*, const char* name, int bytes, char* answer)
{
    const auto length = std::strlen(name) + 1;
    if (length > static_cast<std::size_t>(bytes)) {
        return SQLITE_CANTOPEN;
    }
    std::memcpy(answer, name, length);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int count, char* into)
{
    for (int i = 0; i < count; ++i) {
        into[i] = static_cast<char>(disk_of(vfs).random.below(256));
    }
    return count;
}

int sleep(sqlite3_vfs* vfs, int microseconds)
{
    disk_of(vfs).clock.sleep(std::chrono::microseconds{microseconds});
    return microseconds;
}

int current_time_ms(sqlite3_vfs* vfs, sqlite3_int64* answer)
{
    // Milliseconds since noon in Greenwich on November 24, 4714 BC.
    constexpr sqlite3_int64 at_1970 = 210'866'760'000'000;
    *answer = at_1970 + disk_of(vfs).clock.since_1970() / std::chrono::milliseconds{1};
    return SQLITE_OK;
}

int current_time(sqlite3_vfs* vfs, double* answer)
{
    constexpr double milliseconds_a_day = 86'400'000.0;
    sqlite3_int64 now = 0;
    current_time_ms(vfs, &now);
    *answer = static_cast<double>(now) / milliseconds_a_day;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

} // namespace

sqlite3_vfs vfs_of(disk_state& disk, const std::string& name)
{
    sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(vfs_file);
    vfs.mxPathname = path_bytes_max;
    vfs.zName = name.c_str();
    vfs.pAppData = &disk;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = access;
    vfs.xFullPathname = full_path;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleep;
    vfs.xCurrentTime = current_time;
    vfs.xGetLastError = last_error;
    vfs.xCurrentTimeInt64 = current_time_ms;
    return vfs;
}

} // namespace motcua::simulation
