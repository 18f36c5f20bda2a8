#pragma once
// Where a client's server is, and the token that it takes, as given on a command line.

#include "client/error.hpp"
#include "client/fingerprint.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace motcua::client {

struct server_address
{
    std::string host; ///< a name or an address, without brackets
    std::string port;
    std::string authority; ///< both, as in the Host header
    std::string token;     ///< empty: none is sent
    bool is_encrypted = false;
    /// Of the certificate that the server must have; none: one that the machine's authorities vouch for.
    std::optional<fingerprint> pinned;
    /// Without `pinned`: the first server reached is trusted, and only that one afterwards; see
    /// transport::pinned(). For the enrolment of a window, which has nothing yet to compare with.
    bool trusts_first_use = false;
};

/// Reads `http://host:port` or `https://host:port` (port 80 or 443 if there is none) and checks `token` and
/// the fingerprint `pin`, which may be empty; hex digits, with or without colons. The message of each error
/// is one line for the user: error::wrong_url, wrong_token, wrong_fingerprint, fingerprint_without_tls.
result<server_address> parse_server_address(std::string_view url, std::string_view token,
                                            std::string_view pin = {});

} // namespace motcua::client
