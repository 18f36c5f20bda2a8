#pragma once
// The disk of the server's machine and the journal on it: what outlives a process, and what of it outlives a
// power loss.

#include "server/journal/journal.hpp"
#include "tests/simulation/random.hpp"

namespace motcua::simulation {

class schedule;

/// How a disk fails for a while.
enum class breakdown
{
    full,
    error,     ///< writes fail; nothing of them is stored
    lost_sync, ///< an fsync fails: what it should have kept may be there or not
};

/// The wait-time log as the store holds it.
struct log_rows
{
    std::vector<journal::visit_row> visits;
    std::vector<journal::leg_row> legs;
};

class storage
{
public:
    virtual ~storage() = default;

    /// The journal as a server that starts opens it. At most one is open at a time, and it ends before the
    /// storage.
    virtual journal::result<std::unique_ptr<journal::journal>> open() = 0;

    /// The path at which the wait-time log is read; empty where it cannot be.
    virtual std::string database() const = 0;

    /// Counts from now on: the n-th operation that changes the disk happens not at all, in part, or wholly,
    /// and nothing happens after it. Then is_dead() until the process or the power is gone.
    virtual void crash_within(unsigned operations) = 0;
    virtual bool is_dead() const = 0;

    /// Completes an append that is in flight, without waiting for its moment; false when none is.
    virtual bool complete_append() { return false; }

    /// The process is gone, what it wrote is not; whether an append in flight was stored, nobody knows. The
    /// open journal is of no more use and must have been destroyed.
    virtual void process_ended() = 0;
    /// The machine is gone too: what was not synced is lost, or torn, or there.
    virtual void power_lost() = 0;

    virtual void fail(breakdown how) = 0;
    /// Nothing fails any more, and no crash is near.
    virtual void heal() = 0;

    /// Every event stored, read without the journal; while none is open.
    virtual std::vector<domain::event> events() = 0;

    /// The projections; none where only SQL can read them.
    virtual std::optional<log_rows> log() const { return std::nullopt; }
};

/// A journal in memory whose appends are whole or not there. In some runs all of them complete at once, as
/// those of SQLite; in others most of them later, as those of a store behind a network, which may also have
/// stored what it reports as failed.
std::unique_ptr<storage> make_memory_storage(schedule& when, draws random);

/// The real SQLite journal on a simulated disk.
std::unique_ptr<storage> make_sqlite_storage(std::string site, draws random);

} // namespace motcua::simulation
