#pragma once
// How much of what takes long is tried: under a sanitizer, ten times slower, less.

namespace motcua::simulation {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr unsigned one_of = 10;
#else
constexpr unsigned one_of = 1;
#endif

} // namespace motcua::simulation
