#pragma once
// The beginning of the idempotency keys of one run of a program, which no other run shares. The program
// numbers its keys itself, so that the same request sent again has its old key.

#include <string>

namespace motcua::client {

/// 16 hexadecimal digits, unguessable and never the same twice.
std::string new_key_prefix();

} // namespace motcua::client
