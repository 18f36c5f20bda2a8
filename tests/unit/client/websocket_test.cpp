#include "client/limits.hpp"
#include "tests/unit/client/loopback.hpp"
#include "tests/unit/client/threadless_client.hpp"

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;
namespace beast_http = boost::beast::http;
namespace websocket = boost::beast::websocket;

namespace {

using server_feed = websocket::stream<tcp::socket, false>;

/// Accepts one WebSocket as the real server does, and returns the request for it.
beast_http::request<beast_http::string_body> accept_feed(tcp::acceptor& door,
                                                         std::optional<server_feed>& socket,
                                                         bool agrees = true)
{
    auto connected = door.accept();
    boost::beast::flat_buffer buffer;
    beast_http::request<beast_http::string_body> request;
    beast_http::read(connected, buffer, request);
    socket.emplace(std::move(connected));
    socket->set_option(websocket::stream_base::decorator([agrees](websocket::response_type& answer) {
        if (agrees) {
            answer.set(beast_http::field::sec_websocket_protocol, "motcua.v1");
        }
    }));
    boost::system::error_code left;
    socket->accept(request, left);
    return request;
}

/// Answers pings until the client leaves.
void read_to_end(server_feed& socket)
{
    boost::beast::flat_buffer buffer;
    boost::system::error_code left;
    while (!left) {
        socket.read(buffer, left);
    }
}

} // namespace

TEST_CASE("a feed opens with token and sub-protocol, takes messages and knows signs of life")
{
    beast_http::request<beast_http::string_body> request;
    loopback server{[&](tcp::acceptor& door) {
        std::optional<server_feed> socket;
        request = accept_feed(door, socket);
        socket->write(boost::asio::buffer(std::string(100'000, 'x')));
        socket->ping({});
        boost::beast::flat_buffer buffer;
        bool is_ponged = false;
        socket->control_callback([&](websocket::frame_type kind, boost::beast::string_view) {
            is_ponged |= kind == websocket::frame_type::pong;
            if (is_ponged) {
                socket->write(boost::asio::buffer("pong came", 9));
            }
        });
        read_to_end(*socket);
    }};
    threadless_client c{server.url()};
    {
        follower f{c, "/live?since=1"};
        c.run_until([&] { return f.messages.size() == 2; });
        CHECK(f.is_open);
        CHECK(f.messages[0].size() == 100'000);
        CHECK(f.messages[1] == "pong came");
        const auto heard = f.heard;
        f.held->ping();
        f.held->ping();
        c.run_until([&] { return f.heard > heard; });
        CHECK_FALSE(f.ended);
    }
    c.context.restart();
    c.context.run();
    CHECK(request.target() == "/live?since=1");
    CHECK(request[beast_http::field::authorization] == "Bearer secret");
    CHECK(request[beast_http::field::sec_websocket_protocol] == "motcua.v1");
}

TEST_CASE("a feed that ends says so once")
{
    loopback server{[&](tcp::acceptor& door) {
        std::optional<server_feed> socket;
        accept_feed(door, socket);
        boost::system::error_code left;
        socket->close(websocket::close_code::going_away, left);
    }};
    threadless_client c{server.url()};
    follower f{c, "/live"};
    c.run_until([&] { return f.ended.has_value(); });
    CHECK(f.is_open);
    CHECK(f.ended->failed());
}

TEST_CASE("a refused feed says why")
{
    const auto [answer, why] =
        GENERATE(std::pair{"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", error::token_refused},
                 std::pair{"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", error::token_refused},
                 std::pair{"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", error::feed_refused},
                 std::pair{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", error::feed_refused});
    loopback server{[text = answer](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        p.send(text);
        p.wait_for_end();
    }};
    threadless_client c{server.url()};
    follower f{c, "/live"};
    c.run_until([&] { return f.ended.has_value(); });
    CHECK_FALSE(f.is_open);
    CHECK(*f.ended == why);
}

TEST_CASE("a feed without the sub-protocol is refused")
{
    loopback server{[&](tcp::acceptor& door) {
        std::optional<server_feed> socket;
        accept_feed(door, socket, false);
        read_to_end(*socket);
    }};
    threadless_client c{server.url()};
    follower f{c, "/live"};
    c.run_until([&] { return f.ended.has_value(); });
    CHECK(*f.ended == error::feed_refused);
}

TEST_CASE("a message larger than any of the interface ends the feed")
{
    loopback server{[&](tcp::acceptor& door) {
        std::optional<server_feed> socket;
        accept_feed(door, socket);
        boost::system::error_code left;
        socket->write(boost::asio::buffer(std::string(limits::feed_message_bytes + 1, 'x')), left);
        read_to_end(*socket);
    }};
    threadless_client c{server.url()};
    follower f{c, "/live"};
    c.run_until([&] { return f.ended.has_value(); });
    CHECK(f.messages.empty());
    CHECK(*f.ended == websocket::error::message_too_big);
}

TEST_CASE("a feed may be let go within its own callback")
{
    loopback server{[&](tcp::acceptor& door) {
        std::optional<server_feed> socket;
        accept_feed(door, socket);
        boost::system::error_code left;
        socket->write(boost::asio::buffer("1", 1), left);
        socket->write(boost::asio::buffer("2", 1), left);
        read_to_end(*socket);
    }};
    threadless_client c{server.url()};
    std::unique_ptr<feed> held;
    int messages = 0;
    held = c.net.open_feed("/live", {[] {},
                                     [&](std::string_view) {
                                         ++messages;
                                         held.reset();
                                     },
                                     [] {}, [](boost::system::error_code) { FAIL("closed by itself"); }});
    c.run_until([&] { return !held; });
    c.context.restart();
    c.context.run();
    CHECK(messages == 1);
}
