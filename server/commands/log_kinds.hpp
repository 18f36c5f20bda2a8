#pragma once
// The kinds of line that only the server's log has.

#include "logging/line.hpp"

namespace motcua::commands::kinds {

using namespace logging::kinds;

/// The catalogue and the citizen's pages.
inline constexpr logging::kind content{"content"};
inline constexpr logging::kind tls{"tls"};
/// Of the site.
inline constexpr logging::kind settings{"settings"};
inline constexpr logging::kind sign_in{"sign_in"};
/// Apart from sign_in: a flood of these must not hide the one that succeeds.
inline constexpr logging::kind failed_sign_in{"failed_sign_in"};
inline constexpr logging::kind refusal{"refusal"};
inline constexpr logging::kind store{"store"};
/// Clock, business day, snapshots.
inline constexpr logging::kind site{"site"};

} // namespace motcua::commands::kinds
