#pragma once
// A connection to the server, and what all connections of one transport share.

#include "base/stream.hpp"
#include "client/server_address.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/fields.hpp>
#include <optional>

namespace motcua::client {

/// A connection on which HTTP is spoken, with the bytes read but not yet understood.
struct http_stream
{
    base::stream stream;
    boost::beast::flat_buffer buffer;

    /// Whether the server has neither closed it nor sent anything without a request. Does not wait.
    bool is_quiet();
};

/// Shared by the exchanges and feeds of one transport; on its thread.
struct transport_state
{
    boost::asio::io_context& context;
    server_address server;
    std::optional<http_stream> idle; ///< kept alive for the next request
    std::optional<boost::asio::ssl::context> tls;
};

/// Resolves, connects and encrypts if the server does; returns what went wrong, if anything. The owner keeps
/// the deadline: it cancels, closes and sets `is_over`, because a look-up that has begun cannot be cancelled.
boost::asio::awaitable<boost::system::error_code> connect(boost::asio::ip::tcp::resolver& resolver,
                                                          base::stream& stream, transport_state& state,
                                                          const bool& is_over);

/// The header fields that every request carries.
void set_common_fields(boost::beast::http::fields& header, const server_address& server);

} // namespace motcua::client
