// What Beast 1.81 accepts or mishandles, and the classics: each is refused, and a good request is answered
// after it.
#include "tests/unit/http/test_server.hpp"

#include <catch2/catch.hpp>

using namespace motcua::http;
using namespace motcua::http::test;

namespace {

struct attack
{
    const char* name;
    std::string bytes;
};

std::string repeated(std::string_view text, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

std::string get(std::string_view more)
{
    return "GET /hello HTTP/1.1\r\nHost: x\r\n" + std::string{more} + "\r\n";
}

std::string post(std::string_view more, std::string_view after = {})
{
    return "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + std::string{more} +
           "\r\n" + std::string{after};
}

std::vector<attack> attacks()
{
    using namespace std::string_literals;
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    const std::string smuggled = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    return {
        {"a trailer of 70 kB", post(chunked, "0\r\nX: " + std::string(70'000, 'a') + "\r\n\r\n")},
        {"200,000 trailers", post(chunked, "0\r\n" + repeated("X: y\r\n", 200'000) + "\r\n")},
        {"a trailer Authorization", post(chunked, "0\r\nAuthorization: Bearer x\r\n\r\n")},
        {"a field Trailer", get("Trailer: Authorization\r\n")},
        {"chunked with an extension", post(chunked, "1;" + std::string(100'000, 'e') + "\r\n1\r\n0\r\n\r\n")},
        {"chunked alone", post(chunked, "1\r\n1\r\n0\r\n\r\n")},
        {"HTTP/1.0 and chunked", "POST /echo HTTP/1.0\r\nHost: x\r\n" + chunked + "\r\n0\r\n\r\n"},
        {"Transfer-Encoding gzip", post("Transfer-Encoding: gzip\r\n", smuggled)},
        {"Transfer-Encoding xchunked", post("Transfer-Encoding: xchunked\r\n", smuggled)},
        {"Transfer-Encoding chunked, gzip", post("Transfer-Encoding: chunked, gzip\r\n", smuggled)},
        {"Transfer-Encoding empty", post("Transfer-Encoding:\r\n", smuggled)},
        {"Transfer-Encoding, then Content-Length",
         post("Transfer-Encoding: gzip\r\nContent-Length: 2\r\n", "{}")},
        {"Content-Length, then chunked", post("Content-Length: 2\r\n" + chunked, "0\r\n\r\n")},
        {"Content-Length twice, the same", post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}")},
        {"Content-Length twice, different", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}")},
        {"Content-Length as a list", post("Content-Length: 2, 2\r\n", "{}")},
        {"Content-Length with a sign", post("Content-Length: +5\r\n", "12345")},
        {"Content-Length negative", post("Content-Length: -1\r\n")},
        {"Content-Length in hex", post("Content-Length: 0x2\r\n", "{}")},
        {"Content-Length empty", post("Content-Length: \r\n")},
        {"Content-Length beyond 64 bits", post("Content-Length: 99999999999999999999999\r\n")},
        {"a space before the colon", post("Content-Length : 2\r\n", "{}")},
        {"no Host", "GET /hello HTTP/1.1\r\n\r\n"},
        {"an empty Host", "GET /hello HTTP/1.1\r\nHost: \r\n\r\n"},
        {"two Hosts", get("Host: y\r\n")},
        {"two Hosts in HTTP/1.0", "GET /hello HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n"},
        {"two Authorizations", get("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n")},
        {"two idempotency keys", get("Idempotency-Key: a\r\nIdempotency-Key: b\r\n")},
        {"two origins", get("Origin: http://x\r\nOrigin: http://y\r\n")},
        {"a folded line", get("X: a\r\n b\r\n")},
        {"a folded empty line", get("X:\r\n\tb\r\n")},
        {"the absolute form", "GET http://x/hello HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"the asterisk form", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"the authority form", "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"600 tiny fields", get(repeated("a:b\r\n", 600))},
        {"65 fields", get(repeated("a:b\r\n", 64))},
        {"a header over 8 KiB", get("X: " + std::string(9'000, 'a') + "\r\n")},
        {"a header without end", "GET /hello HTTP/1.1\r\nX: " + std::string(20'000, 'a')},
        {"a target over 8 KiB", "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"bare LF", "GET /hello HTTP/1.1\nHost: x\n\n"},
        {"one bare LF", "GET /hello HTTP/1.1\r\nHost: x\nX: y\r\n\r\n"},
        {"bare CR", get("X: a\rb\r\n")},
        {"NUL in a value", get("X: a\0b\r\n"s)},
        {"NUL in the target", "GET /hel\0lo HTTP/1.1\r\nHost: x\r\n\r\n"s},
        {"a control byte in a name", get("X\x01: a\r\n")},
        {"a field without a name", get(": a\r\n")},
        {"a field without a colon", get("abc\r\n")},
        {"HTTP/2.0", "GET /hello HTTP/2.0\r\nHost: x\r\n\r\n"},
        {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"HTTP/1.2", "GET /hello HTTP/1.2\r\nHost: x\r\n\r\n"},
        {"HTTP/0.9", "GET /hello\r\n\r\n"},
        {"lower-case version", "GET /hello http/1.1\r\nHost: x\r\n\r\n"},
        {"two spaces", "GET  /hello HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"a space in the target", "GET /hel lo HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"a broken escape", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"an overlong slash", "GET /%c0%af HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"no method", " /hello HTTP/1.1\r\nHost: x\r\n\r\n"},
    };
}

} // namespace

TEST_CASE("every malformed request is refused with 400 and the connection closed, and the server goes on")
{
    test_server server;
    for (const auto& each : attacks()) {
        INFO(each.name);
        peer client{server.port()};
        client.send(each.bytes);
        client.half_close();
        const auto answer = client.answer();
        CHECK(has_status(answer, "400"));
        CHECK(contains(answer, "Content-Type: application/problem+json"));
        CHECK(contains(answer, R"("code":"bad_request")"));
        CHECK(contains(answer, "Connection: close"));
        CHECK(contains(answer, "X-Content-Type-Options: nosniff"));
        CHECK(client.closed());
        CHECK(client.answer().empty()); // What was smuggled behind it is never answered.
        CHECK(server.is_well());
    }
    CHECK(server.count().bad_requests == attacks().size());
}

TEST_CASE("the refusal of a target says why")
{
    test_server server;
    const auto request = [&server](const std::string& target) {
        return peer{server.port()}.ask("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    };
    for (const std::string target : {"/%zz", "/hello?x=%4", "/hello?x=%c3%28"}) {
        INFO(target);
        const auto answer = request(target);
        CHECK(has_status(answer, "400"));
        CHECK(contains(answer, "percent escape"));
    }
    CHECK(contains(request("/hello?" + repeated("a=b&", 33)), "more than 32 parameters"));
    CHECK(has_status(request(repeated("/a", 100)), "404"));
}

TEST_CASE("what looks odd but is right is served")
{
    test_server server;
    const std::vector<attack> cases{
        {"blank lines before the request", "\r\n\r\n" + get("")},
        {"64 fields", get(repeated("a:b\r\n", 63))},
        {"an upgrade to something else", get("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n")},
        {"an upgrade of a path that is not a feed",
         get("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
             "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")},
        {"no Host in HTTP/1.0", "GET /hello HTTP/1.0\r\n\r\n"},
        {"X-Forwarded-For", get("X-Forwarded-For: 10.0.0.1\r\n")},
        {"obs-text in a value", get("X: h\xe1\xbb\x99\r\n")},
        {"a query", "GET /hello?x=%20 HTTP/1.1\r\nHost: x\r\n\r\n"},
        {"a foreign origin that only reads", get("Origin: https://evil.example\r\n")},
    };
    for (const auto& each : cases) {
        INFO(each.name);
        const auto answer = peer{server.port()}.ask(each.bytes);
        CHECK(has_status(answer, "200"));
        CHECK_FALSE(contains(answer, "Access-Control"));
    }
}

TEST_CASE("a change that a page of another origin sends is refused")
{
    test_server server;
    const auto answer = peer{server.port()}.ask(post("Origin: https://evil.example\r\n"));
    CHECK(has_status(answer, "403"));
    CHECK(contains(answer, R"("code":"forbidden_origin")"));
    CHECK(has_status(peer{server.port()}.ask(post("Origin: http://x\r\n")), "201"));
}
