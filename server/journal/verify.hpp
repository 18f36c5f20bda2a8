#pragma once
// Whether a journal is what it says: chain, rules, snapshot, tables and answers, all derived again from the
// events.

#include "server/journal/journal.hpp"

namespace motcua::journal {

struct verification
{
    /// How many events were read.
    std::int64_t events{};
    /// One sentence per fault, with seq, ticket or column; empty when all is well.
    std::vector<std::string> findings;
};

/// What is wrong with `body`, the answer to `happened`, which led to `state`, as the end of a sentence; empty
/// when nothing is. To the journal an answer is bytes; only the code that made them can read them.
using answer_check = std::function<std::string(const domain::site_state& state, const domain::event& happened,
                                               std::string_view body)>;

/// Checks the file at `path` itself, and for `site`:
/// - the hash of every event, and that each event may follow the one before it;
/// - the invariants of the states on the way (server/domain/invariants.hpp);
/// - that the snapshot is the state that a replay from empty reaches;
/// - that the rows of `visit` and `leg` are those that follow from the events;
/// - that each remembered key and each ticket printed offline has its answer, with nothing wrong by `check`.
///   The chain does not cover the bytes of an answer: what `check` accepts may have been changed;
/// - that an erasable row belongs to an event. It may be missing: that is what it is for.
/// Stops at an event that is broken, and after `findings_max` findings.
///
/// Only reads, changes and makes no file, and may run beside a server; it holds no checkpoint back for longer
/// than a day's events take. An error is a file that cannot be verified at all.
result<verification> verify_journal(const std::string& path, const std::string& site,
                                    const answer_check& check);

} // namespace motcua::journal
