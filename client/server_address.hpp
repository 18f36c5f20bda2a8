#pragma once
// Where a client's server is, and the token that it takes, as given on a command line.

#include "client/error.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::client {

/// SHA-256 of a certificate.
using fingerprint = std::array<std::uint8_t, 32>;

struct server_address
{
    std::string host; ///< a name or an address, without brackets
    std::string port;
    std::string authority; ///< both, as in the Host header
    std::string token;     ///< empty: none is sent
    bool is_encrypted = false;
    /// Of the certificate that the server must have; none: one that the machine's authorities vouch for.
    std::optional<fingerprint> pinned;
};

/// Reads `http://host:port` or `https://host:port` (port 80 or 443 if there is none) and checks `token` and
/// the fingerprint `pin`, which may be empty; hex digits, with or without colons. The message of each error
/// is one line for the user: error::wrong_url, wrong_token, wrong_fingerprint, fingerprint_without_tls.
result<server_address> parse_server_address(std::string_view url, std::string_view token,
                                            std::string_view pin = {});

} // namespace motcua::client
