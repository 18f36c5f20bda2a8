#pragma once
// One request and its answer over HTTP/1.1.

#include "client/http_stream.hpp"
#include "client/transport.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace motcua::client {

/// Uses the idle connection if there is one and it is still open, else a new one; sends the request once. On
/// the thread of its transport.
class http_exchange : public std::enable_shared_from_this<http_exchange>
{
public:
    static std::unique_ptr<operation> start(std::shared_ptr<transport_state> state, http_request request,
                                            milliseconds deadline, completion done);

    http_exchange(std::shared_ptr<transport_state> state, http_request request, milliseconds deadline,
                  completion done);

    void abandon();

private:
    boost::asio::awaitable<void> run();
    boost::asio::awaitable<boost::system::error_code> find_stream();
    boost::asio::awaitable<result<http_response>> exchange();
    boost::beast::http::request<boost::beast::http::string_body> message();
    void arm(time_point deadline);
    void finish(result<http_response> outcome);
    void close();

    std::shared_ptr<transport_state> state_;
    http_request request_;
    time_point deadline_;
    completion done_;
    bool is_over_ = false; ///< No callback follows.
    boost::asio::ip::tcp::resolver resolver_;
    boost::asio::steady_timer timer_;
    http_stream stream_;
};

} // namespace motcua::client
