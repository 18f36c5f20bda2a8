#pragma once
// The limits of the kiosk, each with its reason.

#include <chrono>
#include <cstddef>

namespace motcua::kiosk::limits {

/// A kiosk left alone for this time returns home and forgets the choices.
inline constexpr std::chrono::seconds left_alone{45};

/// How long a ticket or a refusal stays on the screen: time to read it, without keeping the next in line
/// waiting.
inline constexpr std::chrono::seconds shown{15};

/// For this time after a change of screen touches count for nothing: the second tap of an impatient finger,
/// which comes up to half a second after the first, would otherwise meet the new target at the same place.
inline constexpr std::chrono::milliseconds settling{700};

/// A request whose answer never came is made again with its old key when someone chooses the same within this
/// time: the number that may have been given to nobody finds an owner.
inline constexpr std::chrono::seconds unanswered{60};

/// After this time without an answer the citizen is asked to try again.
inline constexpr std::chrono::seconds answer{20};

/// Services on one page of the home screen; fewer where names are long, but at least this many.
inline constexpr std::size_t services_a_page_least = 4;
inline constexpr std::size_t services_a_page_upright = 10;
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
