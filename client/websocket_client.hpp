#pragma once
// A live feed over WebSocket, seen from the client.

#include "client/http_stream.hpp"
#include "client/transport.hpp"

#include <boost/beast/websocket/stream.hpp>

namespace motcua::client {

/// Speaks the sub-protocol motcua.v1 and answers the server's pings. Ends by closing the socket: the server
/// has nothing to ask a client that leaves. On the thread of its transport.
class websocket_client : public std::enable_shared_from_this<websocket_client>
{
public:
    static std::unique_ptr<feed> start(std::shared_ptr<transport_state> state, std::string target,
                                       feed_handlers handlers);

    websocket_client(std::shared_ptr<transport_state> state, std::string target, feed_handlers handlers);

    void ping();
    void abandon();

private:
    boost::asio::awaitable<void> run();
    boost::asio::awaitable<boost::system::error_code> shake_hands();
    boost::asio::awaitable<boost::system::error_code> receive();
    void heard();
    void close();

    std::shared_ptr<transport_state> state_;
    std::string target_;
    feed_handlers handlers_;
    boost::asio::ip::tcp::resolver resolver_;
    boost::beast::websocket::stream<base::stream, false> socket_;
    bool is_open_ = false;
    bool is_pinging_ = false;
    bool is_abandoned_ = false; ///< The handlers stay: one of them may be the caller.
};

} // namespace motcua::client
