#pragma once
// The limits of the windows at the counters and of the board.

#include <array>
#include <chrono>
#include <cstddef>

namespace motcua::counter::limits {

// ---- console

/// An order is given up after this time without an answer; the same order again carries the same key.
inline constexpr std::chrono::seconds answer{10};
/// How long a console that ends waits for the answer to its last order, and how often it looks.
inline constexpr std::chrono::seconds last_answer{2};
inline constexpr std::chrono::milliseconds last_answer_pace{20};
/// The screen mentions an answer that takes longer; a quicker one would only make it flicker.
inline constexpr std::chrono::milliseconds patience{400};
/// A next call so soon after the last one is asked about first: nobody has been served by then.
inline constexpr std::chrono::seconds hasty_next{20};
/// Time to read a refusal.
inline constexpr std::chrono::seconds notice{6};
/// Time to write down a number that was issued at the counter.
inline constexpr std::chrono::seconds number_notice{30};
/// A no-show so soon after the call is asked about first: the way through a hall takes longer.
inline constexpr std::chrono::seconds hasty_no_show{30};
/// How long a hold or a pause may be said to take.
inline constexpr std::array<std::chrono::minutes, 4> pauses{
    std::chrono::minutes{5}, std::chrono::minutes{10}, std::chrono::minutes{15}, std::chrono::minutes{30}};
/// Letters of a number that is searched for.
inline constexpr std::size_t searched_letters = 8;
/// Waiting tickets requested at once; an answer with this many stays below the client's limit.
inline constexpr std::size_t waiting_asked = 500;
/// A request for a list is given up after this time: the staff's orders wait behind it.
inline constexpr std::chrono::seconds list_answer{3};
/// The lists are requested at most this often, even if the feed brings many changes.
inline constexpr std::chrono::seconds list_pace{1};
/// And at least this often.
inline constexpr std::chrono::seconds list_age{20};

// ---- sign-in

/// A password that nobody goes on typing is forgotten after this time.
inline constexpr std::chrono::seconds typed_password{60};
/// Letters of a login or a password.
inline constexpr std::size_t typed_letters = 64;
/// Of a new password, at least.
inline constexpr std::size_t password_letters = 12;
/// Between two tries, where the server names no time.
inline constexpr std::chrono::seconds sign_in_pause{5};
/// Officers whose names a machine keeps.
inline constexpr std::size_t officers_kept = 4;
/// A sign-out without an answer is over after this time: the token is forgotten here anyway.
inline constexpr std::chrono::seconds sign_out{2};

// ---- board and announcements

/// Each of several calls at the same moment is announced for this time, where the office names none.
inline constexpr std::chrono::seconds call_shown{6};
/// A call that is made again blinks for this time, at a pace that harms nobody: less than three times a
/// second.
inline constexpr std::chrono::seconds recall_blinks{5};
inline constexpr std::chrono::milliseconds blink{500};
/// A call that nobody saw happen is still announced up to this age: a short loss of the connection must not
/// swallow it.
inline constexpr std::chrono::seconds call_news{10};
/// A board that starts shows after this time that it has no server.
inline constexpr std::chrono::seconds start{5};
/// After this time without a message from the server, the board shows that it may be old.
inline constexpr std::chrono::seconds stale{10};
/// Calls that await their turn; beyond that the oldest gets none and stays beside its counter.
inline constexpr std::size_t calls_pending = 32;
/// Numbers that are called now; a site has fewer counters.
inline constexpr std::size_t calls_now = 256;
/// A board that takes longer is requested again.
inline constexpr std::chrono::seconds board_answer{3};
/// Boards are requested at most this often, even if the feed brings many changes.
inline constexpr std::chrono::seconds board_pace{1};
/// And at least this often: expected waits change without any message.
inline constexpr std::chrono::seconds board_age{20};
/// Each of the messages along the bottom stays for this time.
inline constexpr std::chrono::seconds message{8};

} // namespace motcua::counter::limits
