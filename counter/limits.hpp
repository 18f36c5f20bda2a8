#pragma once
// The limits of the programs at the counter and in the hall.

#include <chrono>
#include <cstddef>

namespace motcua::counter::limits {

/// An order without an answer for so long is given up; the same order again carries the same key.
inline constexpr std::chrono::seconds answer{10};
/// A refusal is read in so long.
inline constexpr std::chrono::seconds notice{6};
/// Each of several calls at the same moment is large on the hall board for so long.
inline constexpr std::chrono::seconds call_shown{6};
/// Without a word from the server for so long, the hall board says that it may be old.
inline constexpr std::chrono::seconds stale{10};
/// Calls that await their turn on the hall board; beyond that the oldest goes straight to the rows below.
inline constexpr std::size_t calls_pending = 32;
/// Rows of past calls.
inline constexpr std::size_t calls_past = 4;

} // namespace motcua::counter::limits
