// The listener with TLS: what it serves, and what it does not let begin.
#include "tests/unit/http/test_server.hpp"
#include "tests/unit/http/tls_files.hpp"

#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <catch2/catch.hpp>
#include <openssl/ssl.h>

using namespace motcua::http;
using namespace motcua::http::test;
using namespace std::chrono_literals;
using boost::asio::ip::tcp;

namespace {

constexpr std::string_view hello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
constexpr std::string_view goodbye = "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

limits quick()
{
    limits bounds;
    bounds.sweep = 5ms;
    return bounds;
}

/// A blocking client that trusts everybody.
struct tls_peer
{
    explicit tls_peer(std::uint16_t port, int versions_up_to = TLS1_3_VERSION)
    {
        SSL_set_min_proto_version(stream.native_handle(), 0); // Debian's own minimum is TLS 1.2.
        SSL_set_max_proto_version(stream.native_handle(), versions_up_to);
        SSL_set_security_level(stream.native_handle(), 0); // which lets it offer old versions
        stream.next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
    }

    boost::system::error_code shake_hands()
    {
        boost::system::error_code refused;
        stream.handshake(boost::asio::ssl::stream_base::client, refused);
        return refused;
    }

    void send(std::string_view bytes) { boost::asio::write(stream, boost::asio::buffer(bytes)); }

    /// All bytes until the server ends the connection, and how it did.
    std::string rest(boost::system::error_code& end)
    {
        std::string bytes;
        boost::asio::read(stream, boost::asio::dynamic_buffer(bytes), end);
        return bytes;
    }

    boost::asio::io_context context;
    boost::asio::ssl::context trusting{boost::asio::ssl::context::tls_client};
    boost::asio::ssl::stream<tcp::socket> stream{context, trusting};
};

struct tls_server
{
    explicit tls_server(const limits& bounds = quick(), std::vector<route> more = {})
        : server{bounds, std::move(more), files.load().context}
    {}

    bool is_well()
    {
        tls_peer client{server.port()};
        boost::system::error_code end;
        if (client.shake_hands()) {
            return false;
        }
        client.send(goodbye);
        return client.rest(end).ends_with("\"hello\"");
    }

    std::uint16_t port() const { return server.port(); }

    tls_files files;
    test_server server;
};

} // namespace

TEST_CASE("requests are answered over TLS 1.2 and 1.3, and the end is said")
{
    tls_server office;
    const auto version = GENERATE(TLS1_2_VERSION, TLS1_3_VERSION);
    tls_peer client{office.port(), version};
    REQUIRE_FALSE(client.shake_hands());
    CHECK(SSL_version(client.stream.native_handle()) == version);
    client.send(hello);
    client.send(goodbye);
    boost::system::error_code end;
    const auto answers = client.rest(end);
    CHECK(answers.find("\"hello\"") != answers.rfind("\"hello\""));
    CHECK(end == boost::asio::error::eof); // not ssl::error::stream_truncated
}

TEST_CASE("a large answer crosses TLS whole")
{
    const auto large = std::make_shared<const std::string>(3'000'000, 'x');
    tls_server office{quick(), {{verb::get, "/large", [large](request&) -> boost::asio::awaitable<response> {
                                     response answer;
                                     answer.shared_body = large;
                                     co_return answer;
                                 }}}};
    tls_peer client{office.port()};
    REQUIRE_FALSE(client.shake_hands());
    client.send("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    boost::system::error_code end;
    CHECK(client.rest(end).ends_with("\r\n\r\n" + *large));
}

TEST_CASE("TLS 1.1 is refused")
{
    tls_server office;
    tls_peer old{office.port(), TLS1_1_VERSION};
    const auto refused = old.shake_hands();
    CHECK(ERR_GET_REASON(static_cast<unsigned long>(refused.value())) == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION);
    CHECK(office.is_well());
    CHECK(office.server.count().bad_handshakes == 1);
    CHECK(office.server.notices(notice::handshake_failed) == 1);
}

TEST_CASE("garbage and plain HTTP to an address with TLS get a clean close")
{
    tls_server office;
    const auto bytes =
        GENERATE(std::string(hello), std::string(5000, '\xFF'), std::string("\x16\x03\x01\x40", 4));
    peer client{office.port()};
    client.send(bytes);
    client.half_close();
    CHECK(client.closed());
    CHECK(office.is_well());
    CHECK(office.server.count().bad_handshakes == 1);
    CHECK(office.server.count().requests == 1);
}

TEST_CASE("a client that stays after its handshake failed gives its place back")
{
    auto bounds = quick();
    bounds.linger = 20ms;
    tls_server office{bounds};
    peer client{office.port()};
    client.send(hello);
    CHECK(client.closed());
    CHECK(becomes_true(office.server, [](const metrics& count) { return count.connections == 0; }));
}

TEST_CASE("a handshake that is never finished is cut off at the deadline")
{
    auto bounds = quick();
    bounds.handshake = 50ms;
    tls_server office{bounds};
    peer silent{office.port()};
    peer halting{office.port()};
    halting.send(std::string_view("\x16\x03\x01\x02\x00\x01", 6));
    CHECK(silent.closed());
    CHECK(halting.closed());
    CHECK(office.server.count().timed_out == 2);
    CHECK(becomes_true(office.server, [](const metrics& count) { return count.connections == 0; }));
}

TEST_CASE("a crowd that begins no handshake cannot keep anybody out")
{
    auto bounds = quick();
    bounds.connections = 10;
    tls_server office{bounds};
    std::vector<std::unique_ptr<peer>> crowd;
    crowd.reserve(30);
    for (int i = 0; i < 30; ++i) {
        crowd.push_back(std::make_unique<peer>(office.port()));
    }
    CHECK(office.is_well());
    CHECK(office.server.count().connections <= bounds.connections + 1);
}

TEST_CASE("one listener serves an address with TLS and a plain one")
{
    tls_server office;
    const auto plain_port = office.server.on_thread([&] {
        const auto error = office.server.door().listen({boost::asio::ip::address_v4::loopback(), 0});
        return error ? std::uint16_t{0} : office.server.door().local_endpoint().port();
    });
    REQUIRE(plain_port != 0);
    CHECK(has_status(peer{plain_port}.ask(hello), "200"));
    CHECK(office.is_well());
    CHECK(office.server.count().requests == 2);
}

TEST_CASE("a feed is followed over TLS and closed in order")
{
    std::shared_ptr<feed> open;
    const feed_handler accept = [&open](request&) -> boost::asio::awaitable<feed_answer> {
        co_return feed_opened{[&open](const std::shared_ptr<feed>& opened) {
            open = opened;
            open->send(std::make_shared<const std::string>("first"));
        }};
    };
    tls_server office{quick(), {{"/feed", accept}}};
    tls_peer client{office.port()};
    REQUIRE_FALSE(client.shake_hands());
    boost::beast::websocket::stream<boost::asio::ssl::stream<tcp::socket>&> socket{client.stream};
    socket.handshake("x", "/feed");
    boost::beast::flat_buffer message;
    socket.read(message);
    CHECK(boost::beast::buffers_to_string(message.data()) == "first");
    office.server.on_thread([&] {
        open->close(close_code::going_away);
        open.reset();
        return true;
    });
    boost::system::error_code end;
    socket.read(message, end);
    CHECK(end == boost::beast::websocket::error::closed);
    CHECK(socket.reason().code == boost::beast::websocket::close_code::going_away);
}
