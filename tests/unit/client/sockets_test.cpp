#include "client/connection.hpp"
#include "tests/unit/client/loopback.hpp"
#include "tests/unit/client/threadless_client.hpp"

#include <catch2/catch.hpp>
#include <future>

using namespace motcua::client;
using namespace motcua::client::test;
using namespace std::chrono_literals;

namespace {

bool has_line(const std::string& request, const std::string& line)
{
    return request.find(line + "\r\n") != std::string::npos;
}

} // namespace

TEST_CASE("a request carries token, key and body, and its answer what the retries need")
{
    std::string request;
    loopback server{[&](tcp::acceptor& door) {
        server_end p{door};
        request = p.request();
        p.answer("{}", "Retry-After: 3\r\nIdempotent-Replayed: true\r\n");
    }};
    threadless_client c{server.url()};
    const auto answer = c.send({verb::post, "/api/v1/x?y=1", R"({"a":1})", "key-1"}).value();
    CHECK(answer.status == 200);
    CHECK(answer.body == "{}");
    CHECK(answer.retry_after == 3s);
    CHECK(answer.replayed);
    CHECK(request.starts_with("POST /api/v1/x?y=1 HTTP/1.1\r\n"));
    CHECK(has_line(request, "Host: " + server.url().substr(7)));
    CHECK(has_line(request, "Authorization: Bearer secret"));
    CHECK(has_line(request, "Idempotency-Key: key-1"));
    CHECK(has_line(request, "Content-Type: application/json"));
    CHECK(request.ends_with("\r\n\r\n{\"a\":1}"));
}

TEST_CASE("requests share one connection, each with the token of its moment")
{
    loopback server{[](tcp::acceptor& door) {
        server_end p{door};
        for (int i = 0; i < 3; ++i) {
            p.answer(has_line(p.request(), "Authorization: Bearer lan") ? "lan" : "other");
        }
    }};
    threadless_client c{server.url()};
    CHECK(c.get().value().body == "other");
    c.net.use_token("lan");
    CHECK(c.get().value().body == "lan");
    c.net.use_token({});
    CHECK(c.get().value().body == "other");
}

TEST_CASE("a connection that the server closed between two requests is replaced")
{
    std::promise<void> closed;
    loopback server{[&](tcp::acceptor& door) {
        {
            server_end first{door};
            first.request();
            first.answer("1");
        }
        closed.set_value();
        server_end second{door};
        second.request();
        second.answer("2");
    }};
    threadless_client c{server.url()};
    CHECK(c.get().value().body == "1");
    closed.get_future().wait();
    CHECK(c.send({verb::post, "/x", "{}", {}}).value().body == "2");
}

TEST_CASE("an answer that is not whole is an error")
{
    const auto bytes = GENERATE(std::string{}, std::string{"HTTP/1.1 200 OK\r\nContent-Le"},
                                std::string{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"},
                                std::string{"220 mail.example.vn ESMTP\r\n"}, std::string(300, '\0'));
    loopback server{[&](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        p.send(bytes);
    }};
    threadless_client c{server.url()};
    CHECK(c.get().has_error());
}

TEST_CASE("an answer larger than any of the interface is refused")
{
    const auto bytes = GENERATE(std::string{"HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n"},
                                "HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n",
                                "HTTP/1.1 200 OK\r\n\r\n" + std::string(1'100'000, 'x'));
    loopback server{[&](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        p.send(bytes);
    }};
    threadless_client c{server.url()};
    CHECK(c.get().error() == error::answer_too_large);
}

TEST_CASE("an answer as large as allowed is taken")
{
    const std::string body(1024 * 1024, 'x');
    loopback server{[&](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        p.answer(body);
    }};
    threadless_client c{server.url()};
    CHECK(c.get().value().body == body);
}

TEST_CASE("a silent server costs no more than the deadline")
{
    loopback server{[](tcp::acceptor& door) { server_end{door}.wait_for_end(); }};
    threadless_client c{server.url()};
    CHECK(c.send({verb::get, "/x", {}, {}}, 50ms).error() == error::deadline_passed);
}

TEST_CASE("a server that is not there is an error at once")
{
    boost::asio::io_context context;
    tcp::acceptor door{context, {boost::asio::ip::address_v4::loopback(), 0}};
    const auto url = "http://127.0.0.1:" + std::to_string(door.local_endpoint().port());
    door.close();
    threadless_client c{url};
    CHECK(c.get().error() == boost::asio::error::connection_refused);
    follower f{c, "/live"};
    c.run_until([&] { return f.ended.has_value(); });
    CHECK(*f.ended == boost::asio::error::connection_refused);
}

TEST_CASE("a request that is let go closes its connection and runs no callback")
{
    std::promise<void> requested;
    auto arrived = requested.get_future();
    bool is_answered = false;
    std::optional<threadless_client> c;
    loopback server{[&](tcp::acceptor& door) {
        server_end p{door};
        p.request();
        requested.set_value();
        p.wait_for_end();
    }};
    c.emplace(server.url());
    auto under_way = c->net.send({verb::get, "/x", {}, {}}, 5s, [&](const auto&) { is_answered = true; });
    c->run_until([&] { return arrived.wait_for(0s) == std::future_status::ready; });
    SECTION("by its owner")
    {
        under_way.reset();
        c->context.restart();
        c->context.run();
    }
    SECTION("with the whole client")
    {
        under_way.reset();
        c.reset();
    }
    CHECK_FALSE(is_answered);
}

TEST_CASE("a request whose answer was cut off is sent again with the same key")
{
    std::vector<std::string> keys;
    loopback server{[&](tcp::acceptor& door) {
        for (int i = 0; i < 2; ++i) {
            server_end p{door};
            const auto request = p.request();
            keys.push_back(request.substr(request.find("Idempotency-Key: "), 49));
            if (i == 1) {
                p.answer("A001");
            }
        }
    }};
    threadless_client c{server.url()};
    connection to_server{c.net, c.clock, random_engine{3}};
    std::string body;
    to_server.send({verb::post, "/tickets", "{}", {}},
                   [&](const result<http_response>& got) { body = got.value().body; });
    c.run_until([&] { return !body.empty(); });
    CHECK(body == "A001");
    REQUIRE(keys.size() == 2);
    CHECK(keys[0] == keys[1]);
}

TEST_CASE("a timer of the real clock fires once and is silent once let go")
{
    boost::asio::io_context context;
    asio_timers clock{context};
    int fired = 0;
    std::unique_ptr<operation> own;
    own = clock.after(1ms, [&] {
        ++fired;
        own.reset();
    });
    auto gone = clock.after(0ms, [&] { fired += 100; });
    gone.reset();
    const auto begin = clock.now();
    context.run();
    CHECK(fired == 1);
    CHECK(clock.now() >= begin);
}
