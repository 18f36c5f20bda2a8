#include "tests/unit/http/test_server.hpp"

#include <catch2/catch.hpp>

using namespace motcua::http;
using namespace motcua::http::test;

namespace {

std::string post(std::string_view body, std::string_view more = {})
{
    return "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n" + std::string{more} + "\r\n" + std::string{body};
}

} // namespace

TEST_CASE("one connection carries many requests")
{
    test_server server;
    peer client{server.port()};
    for (int i = 0; i < 3; ++i) {
        const auto body = std::to_string(i);
        const auto answer = client.ask(post(body));
        CHECK(has_status(answer, "201 Created"));
        CHECK(answer.ends_with("\r\n\r\n" + body));
    }
    CHECK(server.count().accepted == 1);
}

TEST_CASE("pipelined requests are answered in order, however they are cut")
{
    test_server server;
    peer client{server.port()};
    const auto both = post("1") + post("22") + "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const std::size_t cut :
         {std::size_t{1}, std::size_t{40}, both.find("22"), both.size() - 1, both.size()}) {
        client.send(both.substr(0, cut));
        client.send(both.substr(cut));
        CHECK(client.answer().ends_with("\r\n\r\n1"));
        CHECK(client.answer().ends_with("\r\n\r\n22"));
        CHECK(client.answer().ends_with("\r\n\r\n\"hello\""));
    }
}

TEST_CASE("a large answer arrives whole")
{
    const auto large = std::make_shared<const std::string>(4'000'000, 'x');
    test_server server{{}, {{verb::get, "/large", [large](request&) -> boost::asio::awaitable<response> {
                                 response answer;
                                 answer.shared_body = large;
                                 co_return answer;
                             }}}};
    peer client{server.port()};
    for (int i = 0; i < 2; ++i) {
        CHECK(client.ask("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").ends_with("\r\n\r\n" + *large));
    }
}

TEST_CASE("a body of exactly 64 KiB is taken, and one byte more is refused unread")
{
    test_server server;
    peer client{server.port()};
    const std::string body(limits{}.body_bytes, '1');
    CHECK(client.ask(post(body)).ends_with("\r\n\r\n" + body));
    const auto request = post(body + '1');
    const auto answer = client.ask(request.substr(0, request.find("\r\n\r\n") + 4));
    CHECK(has_status(answer, "413"));
    CHECK(contains(answer, R"("code":"too_large")"));
    CHECK(contains(answer, "Connection: close"));
    client.half_close();
    CHECK(client.closed());
}

TEST_CASE("a peer that sends its large body before it reads still gets the refusal")
{
    test_server server;
    peer client{server.port()};
    CHECK(has_status(client.ask(post(std::string(500'000, '1'))), "413"));
}

TEST_CASE("an expectation of 100-continue is met, any other is refused")
{
    test_server server;
    const auto request = post("123", "Expect: 100-continue\r\n");
    const auto header = request.find("\r\n\r\n") + 4;
    peer client{server.port()};
    CHECK(client.ask(request.substr(0, header)) == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(client.ask(request.substr(header)).ends_with("\r\n\r\n123"));
    CHECK(client.ask(request).ends_with("\r\n\r\n123"));
    CHECK(has_status(client.ask(post("1", "Expect: cake\r\n")), "417"));
}

TEST_CASE("HEAD is answered as GET without the body")
{
    test_server server;
    peer client{server.port()};
    client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    client.half_close();
    const auto both = client.take(10'000);
    const auto header = both.substr(0, both.find("\r\n\r\n") + 4);
    CHECK(contains(header, "Content-Length: 7\r\n"));
    CHECK(both == header + header + "\"hello\"");
}

TEST_CASE("HTTP/1.0 closes after the answer unless request to stay")
{
    test_server server;
    peer client{server.port()};
    CHECK(contains(client.ask("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"),
                   "Connection: keep-alive"));
    CHECK(has_status(client.ask("GET /hello HTTP/1.0\r\n\r\n"), "200"));
    client.half_close();
    CHECK(client.closed());
}

TEST_CASE("a peer that has closed its half still gets its answers")
{
    test_server server;
    peer client{server.port()};
    client.send(post("1") + post("2"));
    client.half_close();
    CHECK(client.answer().ends_with("\r\n\r\n1"));
    CHECK(client.answer().ends_with("\r\n\r\n2"));
    CHECK(client.closed());
}

TEST_CASE("a handler that throws is a 500 without its reason, and the connection goes on")
{
    test_server server;
    peer client{server.port()};
    const auto answer = client.ask("GET /throw HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(has_status(answer, "500"));
    CHECK_FALSE(contains(answer, "secret"));
    CHECK(contains(server.log(), "a secret of the server"));
    CHECK(client.ask(post("1")).ends_with("\r\n\r\n1"));
    CHECK(server.count().failed == 1);
}

TEST_CASE("an exception out of the loop itself is logged and the server goes on")
{
    test_server server;
    boost::asio::post(server.context(), [] { throw std::runtime_error{"out of the loop"}; });
    CHECK(server.is_well());
    CHECK(contains(server.log(), "out of the loop"));
}

TEST_CASE("a port in use is an error and no more")
{
    test_server server;
    const router nothing{{}};
    listener second{server.context(), nothing};
    CHECK(second.listen(server.door().local_endpoint()) == boost::asio::error::address_in_use);
}
