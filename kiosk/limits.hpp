#pragma once
// The limits of the kiosk, each with its reason.

#include <chrono>
#include <cstddef>

namespace motcua::kiosk::limits {

/// A kiosk left alone for this time returns home and forgets the choices, where the office names no time.
inline constexpr std::chrono::seconds left_alone{45};

/// How long a ticket stays on the screen: time to read it and to give it back, without keeping the next in
/// line waiting.
inline constexpr std::chrono::seconds shown{30};

/// For this time after a change of screen touches count for nothing: the second tap of an impatient finger,
/// which comes up to half a second after the first, would otherwise meet the new target at the same place.
inline constexpr std::chrono::milliseconds settling{700};

/// A request whose answer never came is made again with its old key when someone chooses the same within this
/// time: the number that may have been given to nobody finds an owner.
inline constexpr std::chrono::seconds unanswered{60};

/// After this time without an answer the citizen is asked to try again.
inline constexpr std::chrono::seconds answer{20};

/// For this time the request is sent again all the same: a ticket that comes of it, and that no screen
/// showed, is given back. Longer than a server takes to start again.
inline constexpr std::chrono::minutes late_answer{10};

/// A window that is told to end waits for an answer for this time, and gives back the ticket.
inline constexpr std::chrono::seconds farewell{3};

/// A number is given back within this time, or stays.
inline constexpr std::chrono::seconds give_back{10};

/// Numbers that a kiosk gives out in a time: more than any family needs, less than children at play take.
inline constexpr std::size_t numbers_at_once = 3;
inline constexpr std::chrono::seconds numbers_time{30};

/// Services on one page of the home screen; fewer where names are long, but at least this many.
inline constexpr std::size_t services_a_page_least = 4;
inline constexpr std::size_t services_a_page_upright = 12;
inline constexpr std::size_t services_a_page_lying = 9;

/// A request for a board is given up after this time: requests for tickets wait behind it.
inline constexpr std::chrono::seconds board_answer{3};

/// Boards are requested at most this often, even if the feed brings many changes.
inline constexpr std::chrono::seconds board_pace{1};

/// Expected waits change without any message; the board is requested at least this often.
inline constexpr std::chrono::seconds board_age{20};

/// Slips that wait while the printer hangs; a citizen whose slip is not among them has left by the time it
/// would come.
inline constexpr std::size_t slips_waiting = 4;

/// At the end of the program a slip that is being written has this long to be finished.
inline constexpr std::chrono::seconds printer_stop{2};

} // namespace motcua::kiosk::limits
