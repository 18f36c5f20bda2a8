// Feeds as a raw peer sees them: the upgrade, the frames, the limits.
#include "tests/unit/http/test_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <catch2/catch.hpp>

using namespace motcua::http;
using namespace motcua::http::test;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

/// A server with a feed that sends every message back; "flood" makes it send without end, after "revoke" its
/// peer may not listen any more.
struct feed_server
{
    explicit feed_server(const limits& bounds = {}) : server{bounds, {{"/live", open()}}} {}

    feed_handler open()
    {
        return [this](request& request) -> boost::asio::awaitable<feed_answer> {
            if (request.bearer != "right") {
                co_return problem(401, "unauthorized", "Sign in.");
            }
            co_return feed_opened{[this](const std::shared_ptr<feed>& opened) {
                opened->send(std::make_shared<const std::string>("welcome"));
                opened->on_message = [this, opened](std::string_view heard) { take(opened, heard); };
                opened->may_go_on = [this] { return !revoked; };
                opened->on_gone = [this] { gone.set_value(); };
            }};
        };
    }

    void take(const std::shared_ptr<feed>& opened, std::string_view heard)
    {
        if (heard == "throw") {
            throw std::runtime_error{"a bad message"};
        }
        if (heard == "close") {
            return opened->close(close_code::policy);
        }
        if (heard == "revoke") {
            revoked = true;
        }
        const auto reply = std::make_shared<const std::string>(heard);
        if (heard != "flood") {
            return opened->send(reply);
        }
        const auto large = std::make_shared<const std::string>(60'000, 'x');
        for (int i = 0; i < 1'000; ++i) {
            opened->send(large);
        }
    }

    bool is_gone() { return gone.get_future().wait_for(5s) == std::future_status::ready; }

    std::promise<void> gone;
    bool revoked = false;
    test_server server;
};

std::string feed_request(std::string_view more = {}, std::string_view path = "/live?access_token=right")
{
    return "GET " + std::string{path} +
           " HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n" +
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
           std::string{more} + "\r\n";
}

/// A masked frame; `first` holds FIN, reserved bits and opcode.
std::string frame(int first, std::string_view payload, bool masked = true)
{
    const char mask[]{1, 2, 3, 4};
    const int bit = masked ? 0x80 : 0;
    std::string out{static_cast<char>(first)};
    if (payload.size() < 126) {
        out += static_cast<char>(bit | static_cast<int>(payload.size()));
    } else {
        out += static_cast<char>(bit | 126);
        out += static_cast<char>(payload.size() >> 8);
        out += static_cast<char>(payload.size() & 0xff);
    }
    if (masked) {
        out.append(mask, 4);
    }
    for (std::size_t i = 0; i < payload.size(); ++i) {
        out += masked ? static_cast<char>(payload[i] ^ mask[i % 4]) : payload[i];
    }
    return out;
}

constexpr int text = 0x81, binary = 0x82, closing = 0x88, ping = 0x89;

std::string sent(int first, std::string_view payload) { return frame(first, payload, false); }
std::string close_frame(int code)
{
    return {static_cast<char>(closing), 2, static_cast<char>(code >> 8), static_cast<char>(code)};
}

/// An open feed that has head its welcome.
struct open_feed : peer
{
    explicit open_feed(feed_server& where, int receive_buffer = 0) : peer{where.server.port(), receive_buffer}
    {
        REQUIRE(has_status(ask(feed_request()), "101"));
        REQUIRE(take(9) == sent(text, "welcome"));
    }
};

} // namespace

TEST_CASE("an upgrade is accepted by RFC 6455, with the sub-protocol when it is offered")
{
    feed_server where;
    peer client{where.server.port()};
    const auto answer =
        client.ask(feed_request("Sec-WebSocket-Protocol: other, motcua.v1\r\n"
                                "Sec-WebSocket-Extensions: permessage-deflate\r\nOrigin: http://x\r\n"));
    CHECK(has_status(answer, "101"));
    CHECK(contains(answer, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    CHECK(contains(answer, "Sec-WebSocket-Protocol: motcua.v1\r\n"));
    CHECK_FALSE(contains(answer, "Sec-WebSocket-Extensions"));
    CHECK_FALSE(contains(answer, "Beast"));
    CHECK(client.take(9) == sent(text, "welcome"));
    CHECK(where.server.count().feeds == 1);
    peer other{where.server.port()};
    CHECK_FALSE(contains(other.ask(feed_request()), "Sec-WebSocket-Protocol"));
}

TEST_CASE("an upgrade can be refused before it happens")
{
    feed_server where;
    const auto ask = [&](const std::string& request) { return peer{where.server.port()}.ask(request); };
    CHECK(has_status(ask(feed_request({}, "/live?access_token=wrong")), "401"));
    CHECK(has_status(ask(feed_request({}, "/dead")), "404"));
    CHECK(has_status(ask(feed_request("Origin: https://evil.example\r\n")), "403"));
    CHECK(has_status(ask("GET /live HTTP/1.1\r\nHost: x\r\n\r\n"), "401"));
    const auto plain = ask("GET /live?access_token=right HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(has_status(plain, "426"));
    CHECK(contains(plain, "Upgrade: websocket\r\n"));
    CHECK(where.server.count().feeds == 0);
}

TEST_CASE("a malformed upgrade is refused")
{
    feed_server where;
    const auto status = [&](std::string request, std::string_view from, std::string_view to) {
        if (!from.empty()) {
            request.replace(request.find(from), from.size(), to);
        }
        return peer{where.server.port()}.ask(request).substr(9, 3);
    };
    CHECK(status(feed_request(), "Version: 13", "Version: 12") == "426");
    CHECK(status(feed_request(), "dGhlIHNhbXBsZSBub25jZQ==", "short") == "400");
    CHECK(status(feed_request(), "GET", "POST") == "405");
    CHECK(status(feed_request(), "GET", "HEAD") == "400");
    CHECK(status(feed_request({}, "/live?access_token=wrong"), "Version: 13", "Version: 12") == "401");
    CHECK(status(feed_request("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), "", "") == "400");
    CHECK(status(feed_request("Content-Length: 2\r\n") + "{}", "", "") == "415");
    CHECK(status(feed_request("Content-Length: 2\r\nContent-Type: application/json\r\n") + "{}", "", "") ==
          "400");
    CHECK(status(feed_request() + frame(text, "too early"), "", "") == "400");
    CHECK(where.server.is_well());
}

TEST_CASE("a feed carries messages both ways, whole or in fragments")
{
    feed_server where;
    open_feed client{where};
    client.send(frame(text, "xin chào"));
    CHECK(client.take(2 + 9) == sent(text, "xin chào"));
    client.send(frame(0x01, "frag") + frame(ping, "p") + frame(0x80, "ment"));
    CHECK(client.take(3) == sent(0x8a, "p"));
    CHECK(client.take(2 + 8) == sent(text, "fragment"));
    const std::string largest(limits{}.feed_message_bytes, 'x');
    client.send(frame(text, largest));
    CHECK(client.take(4 + largest.size()) == sent(text, largest));
}

TEST_CASE("a frame that breaks the rules ends the feed with the right code, and the server goes on")
{
    struct
    {
        const char* name;
        std::string bytes;
        int code;
    } const cases[]{
        {"unmasked", frame(text, "a", false), 1002},
        {"RSV1", frame(0xc1, "a"), 1002},
        {"RSV2", frame(0xa1, "a"), 1002},
        {"RSV3", frame(0x91, "a"), 1002},
        {"a reserved opcode", frame(0x83, "a"), 1002},
        {"a reserved control opcode", frame(0x8b, "a"), 1002},
        {"a continuation of nothing", frame(0x80, "a"), 1002},
        {"a new message inside another", frame(0x01, "a") + frame(text, "b"), 1002},
        {"a fragmented ping", frame(0x09, "a"), 1002},
        {"a ping over 125 bytes", frame(ping, std::string(126, 'a')), 1002},
        {"a close of one byte", frame(closing, "a"), 1002},
        {"a close with 1005", frame(closing, "\x03\xed"), 1002},
        {"a length that is not the shortest", "\x81\xfe\x00\x01\x01\x02\x03\x04z"s, 1002},
        {"bad UTF-8", frame(text, "\xc0\xaf"), 1007},
        {"half a character", frame(text, "\xe1\xbb"), 1007},
        {"a message too large", frame(text, std::string(4'097, 'a')), 1009},
        {"fragments too large", frame(0x01, std::string(4'000, 'a')) + frame(0x80, std::string(97, 'a')),
         1009},
        {"binary", frame(binary, "a"), 1003},
    };
    for (const auto& each : cases) {
        INFO(each.name);
        feed_server where;
        open_feed client{where};
        client.send(each.bytes);
        CHECK(client.take(4) == close_frame(each.code));
        client.send(frame(closing, {}));
        client.half_close();
        CHECK(where.is_gone());
        CHECK(where.server.is_well());
        CHECK(where.server.count().feeds == 0);
    }
}

TEST_CASE("either side may close")
{
    feed_server first;
    open_feed leaving{first};
    leaving.send(frame(closing, "\x03\xe8"));
    CHECK(leaving.take(4) == close_frame(1000));
    leaving.half_close();
    CHECK(first.is_gone());

    feed_server second;
    open_feed sent_away{second};
    sent_away.send(frame(text, "close"));
    CHECK(sent_away.take(4) == close_frame(1008));
    sent_away.send(frame(closing, "\x03\xf0"));
    sent_away.half_close();
    CHECK(second.is_gone());
    CHECK(sent_away.closed());
}

TEST_CASE("a feed that may not go on is closed at the next sweep")
{
    limits bounds;
    bounds.sweep = 5ms;
    feed_server where{bounds};
    open_feed client{where};
    client.send(frame(text, "revoke"));
    CHECK(client.take(2 + 6) == sent(text, "revoke"));
    CHECK(client.take(4) == close_frame(1008));
    client.send(frame(closing, "\x03\xf0"));
    client.half_close();
    CHECK(where.is_gone());
}

TEST_CASE("a handler that throws ends its feed only")
{
    feed_server where;
    open_feed client{where};
    client.send(frame(text, "throw"));
    CHECK(where.is_gone());
    CHECK(client.closed());
    CHECK(contains(where.server.log(), "a bad message"));
    CHECK(where.server.is_well());
}

TEST_CASE("a feed that falls 1 MiB behind is dropped")
{
    feed_server where;
    open_feed client{where, 4096};
    client.send(frame(text, "flood"));
    CHECK(where.is_gone());
    CHECK(where.server.count().feeds_behind == 1);
    CHECK(where.server.notices(notice::feed_behind) == 1);
    CHECK(where.server.notices(notice::client_gone) == 0);
    CHECK(where.server.is_well());
}

TEST_CASE("a silent feed is pinged, and dropped when it does not answer")
{
    limits bounds;
    bounds.sweep = 5ms;
    bounds.feed_ping = 50ms;
    bounds.feed_silence = 250ms;
    feed_server where{bounds};
    open_feed client{where};
    for (int i = 0; i < 8; ++i) { // longer than the silence that is borne
        CHECK(client.take(2) == sent(ping, {}));
        client.send(frame(0x8a, {}));
    }
    CHECK(where.server.count().feeds_silent == 0);
    CHECK(where.is_gone());
    CHECK(client.closed());
    CHECK(where.server.count().feeds_silent == 1);
    CHECK(where.server.notices(notice::client_gone) == 1);
}

TEST_CASE("stopping says goodbye to every feed")
{
    feed_server where;
    open_feed client{where};
    auto stopped =
        boost::asio::co_spawn(where.server.context(), where.server.door().stop(), boost::asio::use_future);
    CHECK(client.take(4) == close_frame(1001));
    client.send(frame(closing, "\x03\xe9"));
    client.half_close();
    CHECK(where.is_gone());
    CHECK(stopped.wait_for(5s) == std::future_status::ready);
}
