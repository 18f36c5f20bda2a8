#pragma once
// The switch of the seeded bugs: at most one is on.

namespace motcua::simulation {

inline int bug_that_is_on = -1;

inline bool seeded_bug(int number) { return bug_that_is_on == number; }

} // namespace motcua::simulation
