#pragma once
// The state of a site from its journal: the newest snapshot, and the events after it.

#include "server/domain/site_state.hpp"
#include "server/journal/journal.hpp"

namespace motcua::runtime {

struct recovered
{
    domain::site_state state;
    /// Of the snapshot that it began with; 0 without one.
    std::int64_t snapshot_seq{};
    /// Events replayed after that.
    std::int64_t replayed{};
    /// Why a snapshot that is there was not used; empty if there was no reason.
    std::string snapshot_skipped;
};

/// Reads the newest snapshot and every event after it; 1,000,000 events take seconds. Without a snapshot that
/// can be read all events are replayed, and give the same state. The error is the store's.
journal::result<recovered> recover(journal::journal& store);

/// After these the process must open the store again to learn what it holds. Out of order: another writer was
/// here, and what this one holds is no longer the site.
bool only_restart_helps(journal::fault what);

/// Takes a snapshot of `state`, every event of which is durable.
journal::result<void> save_snapshot(journal::journal& store, const domain::site_state& state);

} // namespace motcua::runtime
