#include "client/http_stream.hpp"

#include "base/as_tuple.hpp"

#include <boost/asio/connect.hpp>

namespace motcua::client {
namespace {

using boost::asio::ip::tcp;

} // namespace

bool http_stream::is_quiet()
{
    char next = 0;
    boost::system::error_code error;
    socket.non_blocking(true, error);
    if (!error) {
        socket.receive(boost::asio::buffer(&next, 1), tcp::socket::message_peek, error);
    }
    return error == boost::asio::error::would_block;
}

boost::asio::awaitable<boost::system::error_code> connect(tcp::resolver& resolver, tcp::socket& socket,
                                                          const server_address& server, const bool& is_over)
{
    const auto [unknown, addresses] =
        co_await resolver.async_resolve(server.host, server.port, base::as_tuple);
    if (unknown) {
        co_return unknown;
    }
    if (is_over) {
        co_return boost::asio::error::operation_aborted;
    }
    const auto [refused, address] = co_await boost::asio::async_connect(socket, addresses, base::as_tuple);
    if (refused) {
        co_return refused;
    }
    boost::system::error_code error;
    socket.set_option(tcp::no_delay{true}, error);
    co_return error;
}

void set_common_fields(boost::beast::http::fields& header, const server_address& server)
{
    using boost::beast::http::field;
    header.set(field::host, server.authority);
    header.set(field::user_agent, "motcua/" MOTCUA_VERSION);
    if (!server.token.empty()) {
        header.set(field::authorization, "Bearer " + server.token);
    }
}

} // namespace motcua::client
