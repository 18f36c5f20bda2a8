#pragma once
// The limits of enrolment and of what a window keeps.

#include <chrono>
#include <cstddef>

namespace motcua::enrolment::limits {

/// Of the file that a window keeps.
inline constexpr std::size_t memory_bytes = 64 * 1024;
/// Letters of a typed address: a host name has 253 at most.
inline constexpr std::size_t address_letters = 280;
/// A code that was just replaced is pointed out for this time.
inline constexpr std::chrono::seconds renewed_shown{30};

} // namespace motcua::enrolment::limits
