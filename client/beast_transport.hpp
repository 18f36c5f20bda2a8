#pragma once
// The transport over real sockets, plain or with TLS: HTTP/1.1 with one connection kept alive, and
// WebSockets.

#include "client/server_address.hpp"
#include "client/transport.hpp"

#include <boost/asio/io_context.hpp>

namespace motcua::client {

struct transport_state;

/// On the thread of `context`, which outlives this and runs on one thread. Connects when first needed.
class beast_transport final : public transport
{
public:
    beast_transport(boost::asio::io_context& context, server_address server);
    ~beast_transport() override;

    std::unique_ptr<operation> send(http_request request, milliseconds deadline, completion done) override;
    std::unique_ptr<feed> open_feed(std::string target, feed_handlers handlers) override;
    void use_token(std::string token) override;
    std::optional<fingerprint> pinned() const override;

private:
    std::shared_ptr<transport_state> state_;
};

} // namespace motcua::client
