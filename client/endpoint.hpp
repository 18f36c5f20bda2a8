#pragma once
// Where a client's server is and with which token it is spoken to, as given on a command line.

#include "client/error.hpp"

#include <string>
#include <string_view>

namespace motcua::client {

struct endpoint
{
    std::string host; ///< a name or an address, without brackets
    std::string port;
    std::string authority; ///< both, as the Host header names them
    std::string token;     ///< empty: none is sent
};

/// Reads `http://host:port` (port 80 if there is none) and checks the token, which may be empty. The message
/// of each error is one line for the user: error::wrong_url, https_not_available, wrong_token.
result<endpoint> parse_endpoint(std::string_view url, std::string_view token);

} // namespace motcua::client
