#pragma once
// The limits of the log.

#include <chrono>
#include <cstddef>

namespace motcua::logging::limits {

/// Lines of one kind in one window; the log only counts further ones.
inline constexpr std::size_t lines = 20;
inline constexpr std::chrono::seconds window{10};

/// Lines that wait while the standard error takes none; the log only counts further ones.
inline constexpr std::size_t waiting = 256;

/// At the end of the program the lines that wait have this long to be written.
inline constexpr std::chrono::seconds stop{1};

/// From one look for lines that were left out to the next.
inline constexpr std::chrono::seconds tick{1};

} // namespace motcua::logging::limits
