#pragma once
// The disk of the server's machine and the journal on it: what outlives a process, and what a power loss
// leaves of it.

#include "server/journal/journal.hpp"
#include "tests/simulation/random.hpp"

namespace motcua::simulation {

/// How a disk fails for a while.
enum class breakdown
{
    full,
    error,     ///< writes fail; nothing of them is stored
    lost_sync, ///< an fsync fails: what it was to keep may be there or not
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

    /// Where the wait-time log is read; empty where it cannot be.
    virtual std::string database() const = 0;

    /// Counts from now on: the n-th operation that changes the disk does not happen, or in part, or wholly,
    /// and nothing happens after it. Then is_dead() until one of the next two.
    virtual void crash_within(unsigned operations) = 0;
    virtual bool is_dead() const = 0;

    /// The process is gone, what it wrote is not. The open journal is of no more use and must be destroyed.
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

/// A journal in memory whose appends are whole or not there.
std::unique_ptr<storage> make_memory_storage(draws random);

/// The real SQLite journal on a simulated disk.
std::unique_ptr<storage> make_sqlite_storage(std::string site, draws random);

} // namespace motcua::simulation
