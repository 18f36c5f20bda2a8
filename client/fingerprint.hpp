#pragma once
// What a server is known by, where no certificate authority vouches for it.

#include <array>
#include <cstdint>

namespace motcua::client {

/// SHA-256 of a certificate; base::to_hex() makes the text that parse_server_address() reads.
using fingerprint = std::array<std::uint8_t, 32>;

} // namespace motcua::client
