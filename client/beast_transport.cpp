#include "client/beast_transport.hpp"

#include "client/http_exchange.hpp"
#include "client/target.hpp"
#include "client/websocket_client.hpp"

namespace motcua::client {

beast_transport::beast_transport(boost::asio::io_context& context, endpoint server)
    : peer_{std::make_shared<server_peer>(server_peer{context, std::move(server), {}})}
{}

beast_transport::~beast_transport() = default;

std::unique_ptr<operation> beast_transport::call(http_request request, milliseconds deadline, completion done)
{
    return http_exchange::start(peer_, std::move(request), deadline, std::move(done));
}

std::unique_ptr<feed> beast_transport::open_feed(std::string target, feed_handlers handlers)
{
    return websocket_client::start(peer_, std::move(target), std::move(handlers));
}

void beast_transport::use_token(std::string token)
{
    peer_->server.token = is_token(token) ? std::move(token) : std::string{};
}

} // namespace motcua::client
