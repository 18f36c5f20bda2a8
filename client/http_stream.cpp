#include "client/http_stream.hpp"

#include "base/as_tuple.hpp"
#include "client/tls.hpp"

#include <boost/asio/connect.hpp>

namespace motcua::client {
namespace {

using boost::asio::ip::tcp;

} // namespace

bool http_stream::is_quiet()
{
    char next = 0;
    boost::system::error_code error;
    auto& socket = stream.socket();
    socket.non_blocking(true, error);
    if (!error) {
        socket.receive(boost::asio::buffer(&next, 1), tcp::socket::message_peek, error);
    }
    return error == boost::asio::error::would_block;
}

boost::asio::awaitable<boost::system::error_code> connect(tcp::resolver& resolver, base::stream& stream,
                                                          transport_state& state, const bool& is_over)
{
    const auto [unknown, addresses] =
        co_await resolver.async_resolve(state.server.host, state.server.port, base::as_tuple);
    if (unknown) {
        co_return unknown;
    }
    if (is_over) {
        co_return boost::asio::error::operation_aborted;
    }
    const auto [refused, address] =
        co_await boost::asio::async_connect(stream.socket(), addresses, base::as_tuple);
    if (refused) {
        co_return refused;
    }
    boost::system::error_code error;
    stream.socket().set_option(tcp::no_delay{true}, error);
    if (!error && !is_over && state.tls) {
        error = co_await encrypt(stream, *state.tls, state.server);
    }
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
