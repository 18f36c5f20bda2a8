#pragma once
// The number of the next ticket of a service.

#include "server/domain/site_state.hpp"

namespace motcua::domain {

/// The first number after the last one that is neither leased nor, where a range wraps, still awaited. 0 when
/// there is none. A day must be open.
int next_number(const site_state& state, const service_settings& service, instant now);

} // namespace motcua::domain
