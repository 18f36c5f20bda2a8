#pragma once
// The transport over real sockets: HTTP/1.1 with one connection kept alive, and WebSockets.

#include "client/endpoint.hpp"
#include "client/transport.hpp"

#include <boost/asio/io_context.hpp>

namespace motcua::client {

struct server_peer;

/// On the thread of `context`, which outlives this and runs on one thread. Connects when first needed.
class beast_transport final : public transport
{
public:
    beast_transport(boost::asio::io_context& context, endpoint server);
    ~beast_transport() override;

    std::unique_ptr<operation> call(http_request request, milliseconds deadline, completion done) override;
    std::unique_ptr<feed> open_feed(std::string target, feed_handlers handlers) override;
    void use_token(std::string token) override;

private:
    std::shared_ptr<server_peer> peer_;
};

} // namespace motcua::client
