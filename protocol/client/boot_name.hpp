#pragma once

#include <string>

namespace motcua::client {

/// What the idempotency keys of this run of a program begin with: unguessable, and never the same twice.
std::string boot_name();

} // namespace motcua::client
