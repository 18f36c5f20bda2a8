#pragma once
// What the simulated network reaches: a server, as its sockets would hand requests to it.

#include "client/transport.hpp"
#include "server/http/response.hpp"
#include "server/http/router.hpp"

#include <boost/asio/ip/address.hpp>

namespace motcua::simulation {

/// A request with what its connection adds to it.
struct wire_request
{
    client::http_request request;
    std::string token;
    boost::asio::ip::address from;
};

class front_door
{
public:
    using answered = std::function<void(http::response)>;
    /// Takes a refusal, or the feed that was opened.
    using opened = std::function<void(http::feed_answer)>;

    virtual ~front_door() = default;

    /// Neither callback runs when the server ends first.
    virtual void handle(wire_request wired, answered answer) = 0;
    virtual void open(wire_request wired, opened answer) = 0;

    /// A feed's client has gone, or the feed was dropped.
    virtual void feed_gone(http::feed& which) = 0;
};

} // namespace motcua::simulation
