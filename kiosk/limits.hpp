#pragma once
// The limits of the kiosk, each with its reason.

#include <chrono>
#include <cstddef>

namespace motcua::kiosk::limits {

/// A kiosk left alone so long returns home and forgets what was chosen.
inline constexpr std::chrono::seconds left_alone{45};

/// How long a ticket or a refusal stays on the screen: time to read it, without keeping the next in line
/// waiting.
inline constexpr std::chrono::seconds shown{15};

/// After a change of screen touches count for nothing for so long: the second tap of an impatient finger,
/// which comes up to half a second after the first, would else meet what now lies at the same place.
inline constexpr std::chrono::milliseconds settling{700};

/// A request whose answer never came is asked again with its old key when someone chooses the same within
/// this time: the number that may have been given to nobody finds an owner.
inline constexpr std::chrono::seconds unanswered{60};

/// After so long without an answer the citizen is asked to try again.
inline constexpr std::chrono::seconds answer{20};

/// Services on one page of the home screen; fewer, but so many at least, where names are long.
inline constexpr std::size_t services_a_page_least = 4;
inline constexpr std::size_t services_a_page_upright = 10;
inline constexpr std::size_t services_a_page_lying = 9;

/// A board that takes longer is not waited for: requests for tickets stand behind it.
inline constexpr std::chrono::seconds board_answer{3};

/// Boards are asked for at most this often, however many changes the feed brings.
inline constexpr std::chrono::seconds board_pace{1};

/// Expected waits change without any message; the board is asked for at least this often.
inline constexpr std::chrono::seconds board_age{20};

} // namespace motcua::kiosk::limits
