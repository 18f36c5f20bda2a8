#pragma once
// The limits of the console's view of the appointments.

#include <chrono>
#include <cstddef>

namespace motcua::counter::limits {

/// Name and phone number are masked again after this time: others can see the screen.
inline constexpr std::chrono::seconds person_shown{20};
/// Days that the list of appointments goes back and ahead.
inline constexpr std::chrono::days appointments_back{31}, appointments_ahead{62};
/// The first look for a free time covers this many days, so that a weekend does not look like a full hall.
inline constexpr std::chrono::days first_look{14};
/// Appointments of one page of the list; an answer with this many stays below the client's limit.
inline constexpr std::size_t appointments_asked = 500;
/// Pages of one day that are read: more is not a day of one hall.
inline constexpr int appointment_pages = 4;
/// The most that the interface takes.
inline constexpr std::size_t name_letters = 100, phone_letters = 30;

} // namespace motcua::counter::limits
