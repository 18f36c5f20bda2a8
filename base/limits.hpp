#pragma once
// The named limits of every message.

#include <cstddef>

namespace motcua::base {

/// Deeper JSON is refused: our deepest message has 5 levels.
constexpr std::size_t json_depth_max = 16;

} // namespace motcua::base
