#include "tests/simulation/disk/disk_state.hpp"

#include <algorithm>
#include <sqlite3.h>

namespace motcua::simulation {

int disk_state::exists(const std::string& name, int* answer)
{
    if (dead || faults.next(storage_request::access).fault) {
        return SQLITE_IOERR_ACCESS;
    }
    const auto file = names.find(name);
    // As SQLite on Unix: an empty file counts for none.
    *answer = file && file->size() > 0 ? 1 : 0;
    return SQLITE_OK;
}

int disk_state::remove(const std::string& name, bool sync_folder)
{
    if (dead) {
        return SQLITE_IOERR_DELETE;
    }
    if (!names.find(name)) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    const auto met = faults.next(storage_request::remove);
    if (met.fault || met.is_last) {
        if (random.chance(500)) {
            names.remove(name);
        }
        if (sync_folder && random.chance(500)) {
            names.sync_part(random);
        }
        dead = met.is_last;
        return SQLITE_IOERR_DELETE;
    }
    names.remove(name);
    if (sync_folder) {
        names.sync();
    }
    return SQLITE_OK;
}

std::unique_ptr<open_file> open_file::open(disk_state& disk, const char* name, int flags, int& code)
{
    code = SQLITE_CANTOPEN;
    if (disk.dead || disk.faults.next(storage_request::open).fault) {
        return nullptr;
    }
    constexpr auto logs = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
    auto file = name != nullptr ? disk.names.find(name) : std::make_shared<stored_file>();
    if (!file) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) {
            return nullptr;
        }
        file = disk.names.make(name);
    }
    code = SQLITE_OK;
    std::unique_ptr<open_file> opened(new open_file(disk, std::move(file)));
    opened->sync_folder_ = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & logs) != 0;
    opened->is_log_ = (flags & SQLITE_OPEN_WAL) != 0;
    if (name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0) {
        opened->remove_at_close_ = name;
    }
    return opened;
}

open_file::~open_file()
{
    if (is_alive()) {
        unmap();
        file_->locks().lower(this, SQLITE_LOCK_NONE);
        if (!remove_at_close_.empty()) {
            disk_.names.remove(remove_at_close_);
        }
    }
}

int open_file::read(std::span<std::uint8_t> into, std::uint64_t offset)
{
    if (!is_alive()) {
        return SQLITE_IOERR_READ;
    }
    const auto met = disk_.faults.next(is_log_ ? storage_request::read_log : storage_request::read).fault;
    if (met == disk_fault::read_error) {
        return SQLITE_IOERR_READ;
    }
    auto there = file_->read(offset, into);
    if (met == disk_fault::short_read) {
        there = std::min(there, static_cast<std::size_t>(disk_.random.below(into.size())));
    }
    std::ranges::fill(into.subspan(there), std::uint8_t{0});
    return there < into.size() ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int open_file::write(std::span<const std::uint8_t> bytes, std::uint64_t offset)
{
    if (!is_alive()) {
        return SQLITE_IOERR_WRITE;
    }
    const auto met = disk_.faults.next(storage_request::write);
    if (met.is_last) {
        return last_write(bytes, offset);
    }
    if (met.fault || !has_room(offset + bytes.size())) {
        write_part(bytes, offset);
        return met.fault == disk_fault::write_error ? SQLITE_IOERR_WRITE : SQLITE_FULL;
    }
    file_->write(offset, bytes);
    return SQLITE_OK;
}

int open_file::truncate(std::uint64_t size)
{
    if (!is_alive()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    const auto met = disk_.faults.next(storage_request::truncate);
    if (!met.fault && (!met.is_last || disk_.random.chance(500))) {
        file_->truncate(size);
    }
    disk_.dead = met.is_last;
    return met.fault || met.is_last ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
}

int open_file::sync()
{
    if (!is_alive()) {
        return SQLITE_IOERR_FSYNC;
    }
    const auto met = disk_.faults.next(storage_request::sync);
    if (met.is_last) {
        return last_sync();
    }
    if (met.fault) {
        file_->fail_sync(disk_.random);
        return SQLITE_IOERR_FSYNC;
    }
    sync_all();
    return SQLITE_OK;
}

int open_file::size(std::int64_t* answer)
{
    if (!is_alive() || disk_.faults.next(storage_request::size).fault) {
        return SQLITE_IOERR_FSTAT;
    }
    *answer = static_cast<std::int64_t>(file_->size());
    return SQLITE_OK;
}

int open_file::lock(int level)
{
    if (!is_alive()) {
        return SQLITE_IOERR_LOCK;
    }
    if (const auto met = disk_.faults.next(storage_request::lock).fault) {
        return met == disk_fault::lock_busy ? SQLITE_BUSY : SQLITE_IOERR_LOCK;
    }
    return file_->locks().raise(this, level) ? SQLITE_OK : SQLITE_BUSY;
}

int open_file::unlock(int level)
{
    if (!is_alive()) {
        return SQLITE_IOERR_UNLOCK;
    }
    file_->locks().lower(this, level);
    return SQLITE_OK;
}

int open_file::is_reserved(int* answer)
{
    if (!is_alive() || disk_.faults.next(storage_request::lock).fault) {
        return SQLITE_IOERR_CHECKRESERVEDLOCK;
    }
    *answer = file_->locks().is_reserved() ? 1 : 0;
    return SQLITE_OK;
}

int open_file::map(int region, int bytes, bool extend, void volatile** answer)
{
    *answer = nullptr;
    if (!is_alive() || disk_.faults.next(storage_request::map).fault) {
        return SQLITE_IOERR_SHMMAP;
    }
    if (!memory_) {
        memory_ = file_->memory();
    }
    *answer = memory_->region(static_cast<std::size_t>(region), static_cast<std::size_t>(bytes), extend);
    return SQLITE_OK;
}

int open_file::lock_map(int offset, int count, int flags)
{
    if (!is_alive() || !memory_) {
        return SQLITE_IOERR_SHMLOCK;
    }
    if ((flags & SQLITE_SHM_LOCK) != 0) {
        if (const auto met = disk_.faults.next(storage_request::lock).fault) {
            return met == disk_fault::lock_busy ? SQLITE_BUSY : SQLITE_IOERR_SHMLOCK;
        }
    }
    return memory_->lock(this, offset, count, flags) ? SQLITE_OK : SQLITE_BUSY;
}

int open_file::unmap()
{
    if (memory_) {
        memory_->unlock_all(this);
        memory_.reset();
    }
    return SQLITE_OK;
}

bool open_file::has_room(std::uint64_t end) const
{
    return !disk_.capacity || end <= file_->size() ||
           disk_.names.bytes() + (end - file_->size()) <= *disk_.capacity;
}

int open_file::last_write(std::span<const std::uint8_t> bytes, std::uint64_t offset)
{
    if (disk_.random.chance(333)) {
        file_->write(offset, bytes);
    } else {
        write_part(bytes, offset);
    }
    disk_.dead = true;
    return SQLITE_IOERR_WRITE;
}

void open_file::write_part(std::span<const std::uint8_t> bytes, std::uint64_t offset)
{
    // A write that ends early ends at a sector of the file, perhaps before the first.
    const auto end = (offset + disk_.random.below(bytes.size() + sector_bytes)) / sector_bytes * sector_bytes;
    if (end > offset) {
        const auto written = bytes.first(std::min<std::size_t>(bytes.size(), end - offset));
        if (has_room(offset + written.size())) {
            file_->write(offset, written);
        }
    }
}

int open_file::last_sync()
{
    switch (disk_.random.below(3)) {
    case 0:
        break;
    case 1:
        file_->sync_part(disk_.random);
        if (sync_folder_) {
            disk_.names.sync_part(disk_.random);
        }
        break;
    default:
        sync_all();
    }
    disk_.dead = true;
    return SQLITE_IOERR_FSYNC;
}

void open_file::sync_all()
{
    file_->sync();
    if (sync_folder_) {
        disk_.names.sync();
        sync_folder_ = false;
    }
}

} // namespace motcua::simulation
