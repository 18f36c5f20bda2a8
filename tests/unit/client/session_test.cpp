#include "client/session.hpp"
#include "tests/unit/client/wire_sample.hpp"
#include "tests/unit/client/world.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;
using namespace motcua::test;
namespace protocol = motcua::protocol;
using namespace std::chrono_literals;

namespace {

/// A session, the server's word on each token, and what the session reported.
struct login
{
    login()
    {
        net.server = [this](const http_request& request) -> std::optional<result<http_response>> {
            if (request.target != "/api/v1/whoami") {
                return response(200, "{}");
            }
            const auto identity = identities.find(net.token);
            return identity == identities.end() ? response(401) : response(200, identity->second);
        };
    }

    fake_feed& feed()
    {
        REQUIRE(net.feeds.size() == 1);
        return *net.feeds.front();
    }

    void start_with_feed()
    {
        session.start("first");
        clock.advance(10ms);
        feed().open();
        feed().say(snapshot_json());
    }

    void forget_reports()
    {
        known.clear();
        refusals = snapshots = messages = 0;
        contact.clear();
    }

    bool is_silent() const
    {
        return known.empty() && refusals == 0 && snapshots == 0 && messages == 0 && contact.empty();
    }

    virtual_timers clock;
    scripted_transport net{clock};
    connection server{net, clock, random_engine{7}};
    std::map<std::string, std::string> identities{{"first", who_json("kiosk", "null")},
                                                  {"second", who_json("counter", R"("1")")}};
    std::vector<protocol::identity> known;
    bool is_welcome = true;
    int refusals = 0;
    int revocations = 0;
    std::vector<bool> contact;
    int snapshots = 0;
    int messages = 0;
    motcua::client::session session{server,
                                    {.on_known =
                                         [this](const auto& who) {
                                             known.push_back(who);
                                             return is_welcome;
                                         },
                                     .on_refused = [this] { ++refusals; },
                                     .on_revoked = [this] { ++revocations; },
                                     .on_connected = [this](bool connected) { contact.push_back(connected); },
                                     .on_snapshot = [this](const auto&) { ++snapshots; },
                                     .on_message = [this](const auto&) { ++messages; }}};
};

} // namespace

TEST_CASE("a first login learns whose its token is and follows the feed of that site")
{
    login l;
    l.start_with_feed();
    CHECK(l.net.tokens == std::vector<std::string>{"first"});
    REQUIRE(l.known.size() == 1);
    CHECK(l.known.front().role == "kiosk");
    CHECK(l.session.path("/board") == "/api/v1/sites/demo/board");
    CHECK(l.feed().target == "/api/v1/sites/demo/live");
    CHECK(l.contact == std::vector{true});
    CHECK(l.snapshots == 1);
    l.feed().say(message_json("ticket_called", 8, R"("ticket":{})"));
    CHECK(l.messages == 1);
    CHECK(l.refusals == 0);
}

TEST_CASE("a refused token is reported and tried again until the server knows it")
{
    const int status = GENERATE(401, 403);
    login l;
    const auto identity = l.identities.extract("first");
    l.net.server = [&, before = l.net.server](const http_request& request) {
        return l.identities.contains(l.net.token) ? before(request) : response(status);
    };
    l.session.start("first");
    l.clock.advance(10ms);
    CHECK(l.refusals == 1);
    CHECK(l.contact.empty());
    l.clock.advance(limits::identity_pause);
    CHECK(l.refusals == 2);
    l.identities[identity.key()] = identity.mapped();
    l.clock.advance(limits::identity_pause + 10ms);
    CHECK(l.known.size() == 1);
    CHECK(l.net.feeds.size() == 1);
}

TEST_CASE("a token is revoked when the server still refuses it after some seconds, and that is reported once")
{
    login l;
    l.start_with_feed();
    l.identities.clear();
    l.feed().close(error::token_refused);
    l.clock.advance(limits::revocation - 1s);
    CHECK(l.revocations == 0);
    l.clock.advance(1min);
    CHECK(l.revocations == 1);
}

TEST_CASE("a token that is refused only for a moment, or with 403, is not revoked")
{
    login l;
    const auto known = std::exchange(l.identities, {});
    l.session.start("first");
    l.clock.advance(limits::revocation - 1s);
    l.identities = known;
    l.clock.advance(2s);
    CHECK(l.known.size() == 1);
    CHECK(l.revocations == 0);
    l.net.server = [](const http_request&) { return response(403); };
    l.session.start("second");
    l.clock.advance(1min);
    CHECK(l.refusals > 5);
    CHECK(l.revocations == 0);
}

TEST_CASE("a token that the feed refuses is reported, and the feed comes back when the server knows it again")
{
    login l;
    l.start_with_feed();
    l.feed().close(error::token_refused);
    l.clock.advance(1800ms);
    CHECK(l.refusals == 1);
    l.feed().open();
    CHECK(l.contact == std::vector{true, true});
}

TEST_CASE("a server that is away at the start is reported within 2 s and asked until it is there")
{
    login l;
    const auto serve = std::exchange(l.net.server, [](const auto&) { return std::nullopt; });
    l.session.start("first");
    l.clock.advance(2s);
    REQUIRE(l.contact == std::vector{false});
    l.net.server = serve;
    l.clock.advance(4s);
    CHECK(l.known.size() == 1);
    CHECK(l.refusals == 0);
}

TEST_CASE("a server that goes away is reported within 2 s, and its return, too")
{
    login l;
    l.start_with_feed();
    l.feed().close(unreachable);
    l.clock.advance(1800ms);
    CHECK(l.contact == std::vector{true, false});
    l.feed().open();
    CHECK(l.contact == std::vector{true, false, true});
    CHECK(l.snapshots == 1);
}

TEST_CASE("an identity of no use to the window ends the session without a feed")
{
    login l;
    l.is_welcome = false;
    l.session.start("first");
    l.clock.advance(1min);
    CHECK(l.known.size() == 1);
    CHECK(l.net.feeds_opened.empty());
    CHECK(l.net.tries.size() == 1);
}

TEST_CASE("another token begins another login, and nothing of the old one is reported or answered")
{
    login l;
    int answers = 0;
    const auto count = [&](const auto&) { ++answers; };
    SECTION("while the old identity is asked for") { l.session.start("first"); }
    SECTION("while the old token is refused")
    {
        l.session.start("unknown");
        l.clock.advance(10ms);
        REQUIRE(l.refusals == 1);
    }
    SECTION("while the server is away")
    {
        const auto serve = std::exchange(l.net.server, [](const auto&) { return std::nullopt; });
        l.session.start("first");
        l.clock.advance(2s);
        REQUIRE(l.contact == std::vector{false});
        l.net.server = serve;
    }
    SECTION("with requests and a feed under way")
    {
        l.start_with_feed();
        l.server.send({verb::get, "/one", {}, {}}, count);
        l.server.send({verb::post, "/two", {}, {}}, count);
    }
    SECTION("with a lost feed that is about to be reported and opened again")
    {
        l.start_with_feed();
        l.feed().close(unreachable);
    }
    l.forget_reports();
    const auto tries = l.net.tries.size();
    l.session.start("second");
    CHECK(l.net.feeds.empty());
    CHECK(l.is_silent());
    l.clock.advance(10ms);
    REQUIRE(l.known.size() == 1);
    CHECK(l.known.front().role == "counter");
    CHECK(l.net.tries.size() == tries + 1);
    CHECK(l.net.tokens.back() == "second");
    CHECK(l.feed().target == "/api/v1/sites/demo/live");
    CHECK(l.snapshots + l.messages + l.refusals == 0);
    l.feed().open();
    l.feed().say(snapshot_json());
    l.clock.advance(1min);
    CHECK(l.contact == std::vector{true});
    CHECK(l.known.size() == 1);
    CHECK(l.snapshots == 1);
    CHECK(answers == 0);
}

TEST_CASE("the answer to a sign-in may start the session that it allows")
{
    login l;
    l.start_with_feed();
    l.forget_reports();
    l.server.send({verb::post, "/api/v1/sessions", {}, {}}, [&](const auto&) { l.session.start("second"); });
    l.server.send({verb::get, "/later", {}, {}}, [](const auto&) { FAIL("the old login is over"); });
    l.clock.advance(1s);
    REQUIRE(l.known.size() == 1);
    CHECK(l.known.front().role == "counter");
}
