#pragma once
// The deadlines and sizes of the benchmark program.

#include <chrono>
#include <cstddef>

namespace motcua::bench {

/// A child must be ready, and later gone, within this time; one that replays a long journal takes longest.
constexpr std::chrono::seconds child_start{120};
constexpr std::chrono::seconds child_stop{20};

/// For one reply, and for the last messages of a feed.
constexpr std::chrono::seconds reply_wait{20};

/// The largest reply or feed message that is read in one piece.
constexpr std::size_t receive_bytes = 512U * 1024;

} // namespace motcua::bench
