#pragma once
// One request and its answer over HTTP/1.1.

#include "client/server_line.hpp"
#include "client/transport.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace motcua::client {

/// Uses the idle connection if there is one and it still stands, else a new one; sends the request once.
class http_exchange : public std::enable_shared_from_this<http_exchange>
{
public:
    static std::unique_ptr<operation> start(std::shared_ptr<server_peer> peer, http_request request,
                                            milliseconds deadline, completion done);

    http_exchange(std::shared_ptr<server_peer> peer, http_request request, milliseconds deadline,
                  completion done);

    void abandon();

private:
    boost::asio::awaitable<void> run();
    boost::asio::awaitable<boost::system::error_code> find_line();
    boost::asio::awaitable<result<http_response>> converse();
    boost::beast::http::request<boost::beast::http::string_body> message();
    void arm(time_point deadline);
    void finish(result<http_response> outcome);
    void close();

    std::shared_ptr<server_peer> peer_;
    http_request request_;
    time_point deadline_;
    completion done_;
    bool is_over_ = false; ///< Nothing is called back any more.
    boost::asio::ip::tcp::resolver resolver_;
    boost::asio::steady_timer timer_;
    server_line line_;
};

} // namespace motcua::client
