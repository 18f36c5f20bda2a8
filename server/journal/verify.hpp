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

/// What is wrong with `body`, the answer that was given to `happened`, which led to `state`, as the end of a
/// sentence; empty when nothing is. To the journal an answer is bytes: who gives them knows what they say.
using answer_check = std::function<std::string(const domain::site_state& state, const domain::event& happened,
                                               std::string_view body)>;

/// Checks in the file at `path` the file itself, and of `site` the hash of every event, that each event may
/// follow the one before it, the invariants of the states on the way (server/domain/invariants.hpp), that the
/// snapshot is the state that a replay from empty reaches, that the rows of `visit` and `leg` are those that
/// follow from the events, and that the answer is there to each key that is remembered and to each ticket
/// printed offline, and nothing is wrong with it by `check`. The chain does not cover the bytes of an answer:
/// what `check` lets pass may have been changed. Stops at an event that is broken, and after `findings_max`
/// findings.
///
/// Only reads, changes and makes no file, and may run beside a server; it holds no checkpoint back for longer
/// than a day's events take. An error is a file that cannot be verified at all.
result<verification> verify_journal(const std::string& path, const std::string& site,
                                    const answer_check& check);

} // namespace motcua::journal
