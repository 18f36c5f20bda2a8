#pragma once
// What is to go wrong on a simulated disk, and when.

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>

namespace motcua::simulation {

/// How one storage call may fail. Each concerns one kind of call: `open_error` opens, `read_error` and
/// `short_read` reads, and so on; `full` is a write without room for it.
enum class disk_fault
{
    open_error,
    read_error,
    /// A read of a write-ahead log gives only the first part of what is there, and says so. In another file
    /// that is the end of the file to SQLite, by contract: what is built on it could never tell.
    short_read,
    write_error,
    full,
    /// A random part of what was to be synced is durable; the rest never will be, as Linux does it.
    sync_error,
    truncate_error,
    remove_error,
    access_error,
    size_error,
    /// Another holds the lock.
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

enum class storage_call
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

/// The calls a disk has had. `operations` are the writes, syncs, truncations and removals together.
struct disk_counts
{
    std::uint64_t operations{};
    std::uint64_t reads{};
    std::uint64_t writes{};
    std::uint64_t syncs{};
    /// How many calls met a fault that was asked for.
    std::uint64_t faults{};
};

/// What one call meets.
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
    void fail_after(std::uint64_t calls, disk_fault what, lasting how_long);
    void crash_after(std::uint64_t operations) { operations_left_ = operations; }

    /// Nothing goes wrong any more.
    void heal();

    /// Counts `call` and says what it meets.
    fate next(storage_call call);

    const disk_counts& counts() const { return counts_; }

private:
    void count(storage_call call);

    std::optional<disk_fault> what_;
    lasting how_long_ = lasting::once;
    /// Counts down; the call that finds 1 meets it.
    std::uint64_t calls_left_ = 0;
    std::uint64_t operations_left_ = 0;
    disk_counts counts_;
};

} // namespace motcua::simulation
