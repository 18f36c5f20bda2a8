#pragma once
// The part in which the idempotency keys of one run of a program differ from those of any other; the program
// numbers them itself, so that a request asked for again has its old key.

#include <string>

namespace motcua::client {

/// 16 hexadecimal digits, unguessable and never the same twice.
std::string new_key_prefix();

} // namespace motcua::client
