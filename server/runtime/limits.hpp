#pragma once
// The named limits of a site at work.

#include <chrono>
#include <cstdint>

namespace motcua::runtime {

/// A snapshot is taken after this many events, so that a start replays no more; on a day with more tickets
/// than that, after as many events as there are tickets.
constexpr std::int64_t events_between_snapshots = 20'000;

/// A second with no more events than this is a quiet moment: the store tidies up.
constexpr std::int64_t quiet_second_events_max = 8;

/// Of each kind, at most one line per this time goes to the log.
constexpr std::chrono::seconds log_pause{10};

} // namespace motcua::runtime
