#pragma once
// A TCP connection to the server, and what all connections of one client share.

#include "client/endpoint.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/fields.hpp>
#include <optional>

namespace motcua::client {

/// A connection on which HTTP is spoken, with the bytes read but not yet understood.
struct server_line
{
    boost::asio::ip::tcp::socket socket;
    boost::beast::flat_buffer buffer;

    /// Whether the server has neither closed it nor said anything unasked. Does not wait.
    bool is_quiet();
};

struct server_peer
{
    boost::asio::io_context& context;
    endpoint server;
    std::optional<server_line> idle; ///< kept alive for the next call
};

/// Resolves and connects. The caller keeps the deadline: by cancelling, closing, and by setting `is_over`,
/// for a look-up that has begun cannot be cancelled.
boost::asio::awaitable<boost::system::error_code> connect(boost::asio::ip::tcp::resolver& resolver,
                                                          boost::asio::ip::tcp::socket& socket,
                                                          const endpoint& server, const bool& is_over);

/// The header fields that every request carries.
void set_common_fields(boost::beast::http::fields& header, const endpoint& server);

} // namespace motcua::client
