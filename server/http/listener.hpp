#pragma once
// Accepts connections on some addresses, with or without TLS, and serves them with a router, all on the
// thread that runs the io_context.

#include "server/http/guarded_run.hpp"
#include "server/http/limits.hpp"
#include "server/http/metrics.hpp"
#include "server/http/router.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>
#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace motcua::http {

class listener
{
public:
    /// `routes` must outlive the run of the io_context. `report` gets a notice of each fault.
    listener(boost::asio::io_context& context, const router& routes, const limits& bounds = {},
             notice_function report = {});

    /// Cuts every connection.
    ~listener();
    listener(const listener&) = delete;
    listener& operator=(const listener&) = delete;

    /// Starts to accept on another address; with `tls` every connection there is encrypted. An error (the
    /// port is in use) opens nothing. Port 0 picks a free one.
    [[nodiscard]] boost::system::error_code listen(const boost::asio::ip::tcp::endpoint& where,
                                                   std::shared_ptr<boost::asio::ssl::context> tls = {});

    /// Of the address that listen() opened last.
    boost::asio::ip::tcp::endpoint local_endpoint() const;

    /// Accepts no more connections, answers every request that has begun, closes feeds with 1001, and cuts
    /// what is left after limits::stop. Done when no connection is left, or after the same time once more.
    boost::asio::awaitable<void> stop();

    const metrics& count() const noexcept;

private:
    struct state;
    std::shared_ptr<state> state_;
};

} // namespace motcua::http
