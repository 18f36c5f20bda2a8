#pragma once
// What goes wrong on a simulated disk, and when.

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>

namespace motcua::simulation {

/// How one storage request may fail. Each concerns one kind of request: `open_error` opens, `read_error` and
/// `short_read` reads, and so on; `full` is a write without room for it.
enum class disk_fault
{
    open_error,
    read_error,
    /// A read of a write-ahead log returns only the first part of what is there, and says so. In another file
    /// SQLite takes that for the end of the file, by contract: nothing above it could notice.
    short_read,
    write_error,
    full,
    /// A random part of what had to be synced is durable; the rest never will be, as on Linux.
    sync_error,
    truncate_error,
    remove_error,
    access_error,
    size_error,
    /// Another connection holds the lock.
    lock_busy,
    lock_error,
    /// The shared memory of the write-ahead log cannot be had.
    map_error
};
BOOST_DESCRIBE_ENUM(disk_fault, open_error, read_error, short_read, write_error, full, sync_error,
                    truncate_error, remove_error, access_error, size_error, lock_busy, lock_error, map_error)

/// Whether a fault passes by itself.
enum class lasting
{
    once,
    until_healed
};

enum class storage_request
{
    open,
    read,
    read_log,
    write,
    sync,
    truncate,
    remove,
    access,
    size,
    lock,
    map
};

/// The requests a disk has had. `operations` are the writes, syncs, truncations and removals together.
struct disk_counts
{
    std::uint64_t operations{};
    std::uint64_t reads{};
    std::uint64_t writes{};
    std::uint64_t syncs{};
    /// How many requests met a fault that was ordered.
    std::uint64_t faults{};
};

/// What one request meets.
struct fate
{
    std::optional<disk_fault> fault;
    /// The machine stops during this operation.
    bool is_last{};
};

/// One fault and one end at a time.
class fault_plan
{
public:
    void fail_after(std::uint64_t requests, disk_fault what, lasting how_long);
    void crash_after(std::uint64_t operations) { operations_left_ = operations; }

    /// Nothing goes wrong any more.
    void heal();

    /// Counts `request` and says what it meets.
    fate next(storage_request request);

    const disk_counts& counts() const { return counts_; }

private:
    void count(storage_request request);

    std::optional<disk_fault> what_;
    lasting how_long_ = lasting::once;
    /// Counts down; the request that finds 1 meets it.
    std::uint64_t requests_left_ = 0;
    std::uint64_t operations_left_ = 0;
    disk_counts counts_;
};

} // namespace motcua::simulation
