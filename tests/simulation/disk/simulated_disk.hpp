#pragma once
// A disk in memory under SQLite that loses power, crashes, fails and fills up on demand, each time in a way
// that follows from its seed.

#include "tests/simulation/disk/disk_state.hpp"

#include <sqlite3.h>

namespace motcua::simulation {

/// While it lives SQLite knows it as the VFS `name`; a database on it is opened with that name, or by uri().
/// Connections to it must be closed before it goes. Used by one thread. Reads neither clock nor random source
/// of the machine, and SQLite's own random numbers begin again from its seed: a run on it can be repeated.
///
/// Memory shared by connections is never on the disk. A file's name is durable when its folder was synced, as
/// SQLite on Unix does with the first sync of each journal or log that it opens, and with some removals.
class simulated_disk
{
public:
    explicit simulated_disk(draws random, std::string name = "simulated");
    ~simulated_disk();
    simulated_disk(const simulated_disk&) = delete;
    simulated_disk& operator=(const simulated_disk&) = delete;

    const std::string& name() const { return name_; }

    /// How a reader that takes a path opens `path`, which has no %, ? and # in it, on this disk.
    std::string uri(const std::string& path) const;

    /// Of all that was not synced a random part survives, writes perhaps torn at a sector. Handles open until
    /// now are dead: each request on them is SQLITE_IOERR and does nothing. The disk works again, and heals.
    void power_loss();

    /// The process ends, the machine does not: everything that was written stays. Handles are dead, as above.
    void process_crash();

    /// The `operations`-th write, sync, truncation or removal from now is the last: it happens not at all, in
    /// part or whole, and from then on the disk is dead until power_loss() or process_crash().
    void crash_after(std::uint64_t operations) { state_.faults.crash_after(operations); }
    bool is_dead() const { return state_.dead; }

    /// The `requests`-th request from now that `what` concerns meets it. One such order at a time.
    void fail_after(std::uint64_t requests, disk_fault what, lasting how_long = lasting::once)
    {
        state_.faults.fail_after(requests, what, how_long);
    }

    /// The files may take `bytes` more than now.
    void full(std::uint64_t bytes) { state_.capacity = state_.names.bytes() + bytes; }

    /// What was ordered by crash_after, fail_after and full holds no more.
    void heal();

    /// Time for SQLite, without which a sleep is over at once and only sleeps pass the time.
    void use_clock(disk_clock clock) { state_.clock = std::move(clock); }

    const disk_counts& counts() const { return state_.faults.counts(); }

    /// Writes, syncs, truncations and removals so far.
    std::uint64_t operations() const { return counts().operations; }

private:
    void begin_again();

    std::string name_;
    disk_state state_;
    sqlite3_vfs vfs_;
    std::chrono::microseconds slept_{};
};

} // namespace motcua::simulation
