// The transport over TLS, to the server's own listener.
#include "tests/unit/client/threadless_client.hpp"
#include "tests/unit/client/world.hpp"
#include "tests/unit/http/test_server.hpp"
#include "tests/unit/http/tls_files.hpp"

#include "base/hex.hpp"
#include "client/connection.hpp"
#include "client/session.hpp"

using namespace motcua::client;
using namespace motcua::client::test;
namespace http = motcua::http;

namespace {

/// Answers GET /hello, and greets on the feed /live.
struct tls_server
{
    std::string url() const { return "https://127.0.0.1:" + std::to_string(server.port()); }

    static std::vector<http::route> routes()
    {
        const http::feed_handler accept = [](http::request&) -> boost::asio::awaitable<http::feed_answer> {
            co_return http::feed_opened{[](const std::shared_ptr<http::feed>& opened) {
                opened->send(std::make_shared<const std::string>("welcome"));
            }};
        };
        return {{"/live", accept}};
    }

    /// New connections see another one, as if another server had taken its place.
    void change_certificate()
    {
        server.on_thread([this] {
            const http::test::tls_files others;
            context->use_certificate_chain_file(others.certificate());
            context->use_private_key_file(others.key(), boost::asio::ssl::context::pem);
            return true;
        });
    }

    http::test::tls_files files;
    std::shared_ptr<boost::asio::ssl::context> context = files.load().context;
    http::test::test_server server{{}, routes(), context};
};

const std::string other_fingerprint(64, 'a');

} // namespace

TEST_CASE("a server with the pinned fingerprint is talked to, on one connection")
{
    tls_server office;
    threadless_client client{office.url(), office.files.fingerprint()};
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.send({verb::get, "/hello", {}, {}});
        REQUIRE(answer.has_value());
        CHECK(answer->body == R"("hello")");
    }
    CHECK(office.server.count().accepted == 1);
}

TEST_CASE("a feed is followed over TLS")
{
    tls_server office;
    threadless_client client{office.url(), office.files.fingerprint()};
    follower feed{client, "/live"};
    client.run_until([&] { return !feed.messages.empty(); });
    CHECK(feed.messages.front() == "welcome");
    client.run_until([&] { return feed.is_open; });
}

TEST_CASE("a server with another fingerprint gets no request, and the error says so")
{
    tls_server office;
    threadless_client client{office.url(), other_fingerprint};
    CHECK(client.send({verb::get, "/hello", {}, {}}).error() == error::other_fingerprint);
    follower feed{client, "/live"};
    client.run_until([&] { return feed.ended.has_value(); });
    CHECK(*feed.ended == error::other_fingerprint);
    CHECK(office.server.count().requests == 0);
}

TEST_CASE("trusting the first use pins the server that was reached, and no other is talked to afterwards")
{
    tls_server office;
    auto address = parse_server_address(office.url(), {}).value();
    address.trusts_first_use = true;
    threadless_client client{address};
    const connection server{client.net, client.clock, random_engine{7}};
    CHECK_FALSE(server.pinned());
    REQUIRE(client.send({verb::get, "/hello", {}, {}}).has_value());
    REQUIRE(server.pinned());
    const auto stored = motcua::base::to_hex(*server.pinned());
    CHECK(server.pinned() == parse_server_address(office.url(), {}, office.files.fingerprint())->pinned);

    office.change_certificate();
    const follower feed{client, "/live"};
    client.run_until([&] { return feed.ended.has_value(); });
    CHECK(*feed.ended == error::other_fingerprint);
    CHECK(motcua::base::to_hex(*server.pinned()) == stored);
    threadless_client later{office.url(), stored};
    CHECK(later.send({verb::get, "/hello", {}, {}}).error() == error::other_fingerprint);
    CHECK(office.server.count().requests == 1);
}

TEST_CASE("a plain server, and one that an authority vouches for, are not pinned")
{
    http::test::test_server plain;
    threadless_client client{"http://127.0.0.1:" + std::to_string(plain.port())};
    REQUIRE(client.get().has_value());
    CHECK_FALSE(client.net.pinned());
    tls_server office;
    threadless_client strict{office.url()};
    CHECK(strict.get().has_error());
    CHECK_FALSE(strict.net.pinned());
}

TEST_CASE("without a fingerprint a certificate that no authority vouches for is refused")
{
    tls_server office;
    threadless_client client{office.url()};
    CHECK(client.send({verb::get, "/hello", {}, {}}).error() == error::certificate_refused);
    CHECK(office.server.count().requests == 0);
}

TEST_CASE("a plain server at an https address is an error, and a silent one a deadline")
{
    http::test::test_server plain;
    threadless_client client{"https://127.0.0.1:" + std::to_string(plain.port()), other_fingerprint};
    CHECK(client.get().has_error());
    boost::asio::io_context context;
    boost::asio::ip::tcp::acceptor silent{context, {boost::asio::ip::address_v4::loopback(), 0}};
    threadless_client waiting{"https://127.0.0.1:" + std::to_string(silent.local_endpoint().port())};
    CHECK(waiting.send({verb::get, "/x", {}, {}}, 100ms).error() == error::deadline_passed);
}

TEST_CASE("a server that is not trusted is tried again slowly")
{
    virtual_timers clock;
    scripted_transport net{clock};
    net.server = [](const http_request&) {
        return std::optional{result<http_response>{error::other_fingerprint}};
    };
    connection server{net, clock, random_engine{7}};
    std::vector<bool> contact;
    session login{server,
                  {.on_known = [](const auto&) { return true; },
                   .on_refused = [] {},
                   .on_connected = [&](bool is_connected) { contact.push_back(is_connected); },
                   .on_snapshot = [](const auto&) {},
                   .on_message = [](const auto&) {}}};
    login.start("secret");
    clock.advance(60s);
    CHECK(contact.front() == false);
    CHECK(net.tries.size() >= 5);
    CHECK(net.tries.size() <= 7);
}

TEST_CASE("a feed of a server that is not trusted is tried again slowly")
{
    virtual_timers clock;
    scripted_transport net{clock};
    random_engine random{7};
    live_feed feed{net,
                   clock,
                   random,
                   "/live",
                   {.on_snapshot = [](const auto&) {},
                    .on_message = [](const auto&) {},
                    .on_state = [](server_state, boost::system::error_code) {}}};
    net.feeds.front()->close(error::certificate_refused);
    clock.advance(limits::distrust_pause - 1ms);
    CHECK(net.feeds_opened.size() == 1);
    clock.advance(1ms);
    CHECK(net.feeds_opened.size() == 2);
}
