#pragma once
// The address that the server listens on, as it is written in a file or on a command line.

#include "server/office/reason.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <string_view>

namespace motcua::office {

/// "127.0.0.1:8080", "[::1]:0": a numeric address, not a name; port 0 means any free one.
or_reason<boost::asio::ip::tcp::endpoint> parse_listen(std::string_view text);

/// The same form from an endpoint.
std::string format_listen(const boost::asio::ip::tcp::endpoint& endpoint);

} // namespace motcua::office
