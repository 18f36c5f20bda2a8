#pragma once
// Whether a journal is what it says: chain, rules, snapshot, tables and answers, all told anew from the
// events.

#include "server/journal/journal.hpp"

namespace motcua::journal {

struct verification
{
    /// How many events were walked.
    std::int64_t events{};
    /// A sentence each that names seq, ticket or column; empty when all is well.
    std::vector<std::string> findings;
};

/// Checks in the file at `path` the file itself, and of `site` the hash of every event, that each event may
/// follow the one before it, the invariants of the states on the way (server/domain/invariants.hpp), that the
/// snapshot is the state that a replay from empty reaches, that the rows of `visit` and `leg` are those that
/// follow from the events, and that the answer is there to each key that is remembered and to each ticket
/// printed offline. Stops at an event that is broken, and after `findings_max` findings.
///
/// Only reads, changes and makes no file, and may run beside a server; it holds no checkpoint back for longer
/// than a day's events take. An error is a file that cannot be verified at all.
result<verification> verify_journal(const std::string& path, const std::string& site);

} // namespace motcua::journal
