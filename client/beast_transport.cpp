#include "client/beast_transport.hpp"

#include "client/http_exchange.hpp"
#include "client/target.hpp"
#include "client/tls.hpp"
#include "client/websocket_client.hpp"

namespace motcua::client {

beast_transport::beast_transport(boost::asio::io_context& context, server_address server)
    : state_{std::make_shared<transport_state>(
          transport_state{.context = context, .server = server, .idle = {}, .tls = tls_context_for(server)})}
{}

beast_transport::~beast_transport() = default;

std::unique_ptr<operation> beast_transport::send(http_request request, milliseconds deadline, completion done)
{
    return http_exchange::start(state_, std::move(request), deadline, std::move(done));
}

std::unique_ptr<feed> beast_transport::open_feed(std::string target, feed_handlers handlers)
{
    return websocket_client::start(state_, std::move(target), std::move(handlers));
}

void beast_transport::use_token(std::string token)
{
    state_->server.token = is_token(token) ? std::move(token) : std::string{};
}

std::optional<fingerprint> beast_transport::pinned() const { return state_->server.pinned; }

} // namespace motcua::client
