#pragma once
// The limits of booking and check-in, each with its reason.

#include <chrono>
#include <cstddef>

namespace motcua::kiosk::limits {

/// Days whose times are requested at once: as many as the server answers, so that weeks turn without a wait.
inline constexpr std::chrono::days slot_days{62};

/// Days that tell whether a service can be booked at all: longer than any holiday.
inline constexpr std::chrono::days slot_days_looked_at{14};

/// A request for times is given up after this time: requests for tickets wait behind it.
inline constexpr std::chrono::seconds slots_answer{5};

/// How long it holds whether a service can be booked; settings that change are a reason of their own.
inline constexpr std::chrono::minutes slots_age{30};

/// After a request for times without an answer.
inline constexpr std::chrono::minutes slots_pause{1};

/// With less than this left of the time for which a place is held, the rest is shown.
inline constexpr std::chrono::seconds hold_shown{60};

/// Letters that come further apart than this were not typed by a scanner, which takes under 30 ms for each; a
/// window that draws meanwhile adds some.
inline constexpr std::chrono::milliseconds scanner_pause{250};

/// Of a scanned text: more than any address of a code has.
inline constexpr std::size_t scanned_letters = 300;

} // namespace motcua::kiosk::limits
