#pragma once
// The limits of the programs at the counter and in the hall.

#include <chrono>
#include <cstddef>

namespace motcua::counter::limits {

// ---- console

/// An order without an answer for so long is given up; the same order again carries the same key.
inline constexpr std::chrono::seconds answer{10};
/// An answer that takes longer is spoken of; a quicker one would only make the screen flicker.
inline constexpr std::chrono::milliseconds patience{400};
/// A refusal is read in so long.
inline constexpr std::chrono::seconds notice{6};
/// Who did not come is offered for another call; of more than so many the oldest are left to the office.
inline constexpr std::size_t absent = 3;
/// Waiting tickets asked for at once; an answer of so many stays below the client's limit.
inline constexpr std::size_t waiting_asked = 500;
/// A list that takes longer is not waited for: the staff's orders stand behind it.
inline constexpr std::chrono::seconds list_answer{3};
/// The lists are asked for at most this often, however many changes the feed brings.
inline constexpr std::chrono::seconds list_pace{1};
/// And at least this often.
inline constexpr std::chrono::seconds list_age{20};

// ---- hall board

/// Each of several calls at the same moment is large on the hall board for so long.
inline constexpr std::chrono::seconds call_shown{6};
/// A number that is called no more gives its place away after so long, once another awaits its turn.
inline constexpr std::chrono::seconds ended_shown{1};
/// A call that the board did not see happen is announced all the same when it is no older: a short loss of
/// the connection must not swallow it.
inline constexpr std::chrono::seconds call_news{10};
/// A hall board that starts says that it has no server after so long.
inline constexpr std::chrono::seconds start{5};
/// Without a word from the server for so long, the hall board says that it may be old.
inline constexpr std::chrono::seconds stale{10};
/// Calls that await their turn on the hall board; beyond that the oldest gets none and stays in the rows.
inline constexpr std::size_t calls_pending = 32;
/// Rows of numbers that are called now; a hall has fewer counters.
inline constexpr std::size_t calls_now = 256;
/// Numbers that are called no more fill the rows up to so many.
inline constexpr std::size_t calls_past = 4;
/// A board that takes longer is asked for anew.
inline constexpr std::chrono::seconds board_answer{3};
/// Boards are asked for at most this often, however many changes the feed brings.
inline constexpr std::chrono::seconds board_pace{1};
/// And at least this often: expected waits change without any message.
inline constexpr std::chrono::seconds board_age{20};
/// Each of the messages along the bottom stays for so long.
inline constexpr std::chrono::seconds message{8};

} // namespace motcua::counter::limits
