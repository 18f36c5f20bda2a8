#pragma once
// The limits of the log.

#include <chrono>
#include <cstddef>

namespace motcua::logging::limits {

/// Lines of one kind in one window; the log only counts further ones.
inline constexpr std::size_t lines = 20;
inline constexpr std::chrono::seconds window{10};

} // namespace motcua::logging::limits
