#pragma once
// Where a client's server is, and the token that it takes, as given on a command line.

#include "client/error.hpp"

#include <string>
#include <string_view>

namespace motcua::client {

struct server_address
{
    std::string host; ///< a name or an address, without brackets
    std::string port;
    std::string authority; ///< both, as in the Host header
    std::string token;     ///< empty: none is sent
};

/// Reads `http://host:port` (port 80 if there is none) and checks `token`, which may be empty. The message of
/// each error is one line for the user: error::wrong_url, https_not_available, wrong_token.
result<server_address> parse_server_address(std::string_view url, std::string_view token);

} // namespace motcua::client
