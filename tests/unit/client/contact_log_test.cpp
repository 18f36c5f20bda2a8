#include "client/session.hpp"
#include "tests/unit/client/wire_sample.hpp"
#include "tests/unit/client/world.hpp"

#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;
using namespace motcua::test;
using namespace std::chrono_literals;

namespace {

const std::string secret = "token-of-this-kiosk";

/// A session that keeps the lines it logs, at a server that answers unless it is told otherwise.
struct logged_session
{
    logged_session()
    {
        net.server = [this](const http_request& request) -> std::optional<result<http_response>> {
            if (is_silent) {
                return std::nullopt;
            }
            return request.target == "/api/v1/whoami" ? whoami : response(503, "{}");
        };
    }

    void start() { session.start(secret); }

    void start_with_feed()
    {
        start();
        clock.advance(10ms);
        feed().open();
        feed().say(snapshot_json());
    }

    fake_feed& feed()
    {
        REQUIRE(net.feeds.size() == 1);
        return *net.feeds.front();
    }

    std::vector<std::string> lines;
    bool is_silent = false;
    bool is_welcome = true;
    http_response whoami = response(200, who_json("kiosk", "null"));
    virtual_timers clock;
    scripted_transport net{clock};
    connection server{net, clock, random_engine{7}, [this](const motcua::logging::line& line) {
                          lines.push_back(std::string(line.kind.name()) + ": " + line.text);
                      }};
    motcua::client::session session{server,
                                    {.on_known = [this](const auto&) { return is_welcome; },
                                     .on_refused = [] {},
                                     .on_connected = [](bool) {},
                                     .on_snapshot = [](const auto&) {},
                                     .on_message = [](const auto&) {}}};
};

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("the first contact is one line, with role and site")
{
    logged_session s;
    s.start_with_feed();
    CHECK(s.lines == lines{"server: connected; role kiosk, site demo"});
}

TEST_CASE(
    "a lost connection leaves one line with its reason, however often it is tried, and its return another")
{
    logged_session s;
    s.start_with_feed();
    s.lines.clear();
    s.feed().close(unreachable);
    s.clock.advance(1min);
    CHECK(s.lines == lines{"server: connection lost: No route to host"});
    s.clock.advance(1s);
    while (s.net.feeds.empty()) {
        s.clock.advance(10ms);
    }
    s.feed().open();
    REQUIRE(s.lines.size() == 2);
    CHECK(s.lines.back() == "server: connected again after 59 s; role kiosk, site demo");
}

TEST_CASE("a server that is away at the start is one line")
{
    logged_session s;
    s.is_silent = true;
    s.start();
    s.clock.advance(1min);
    CHECK(s.lines == lines{"server: no connection: the server did not answer in time"});
}

TEST_CASE("a refused token is one line without the token")
{
    logged_session s;
    s.whoami = response(401);
    s.start();
    s.clock.advance(1min);
    CHECK(s.lines == lines{"server: the token is refused"});
}

TEST_CASE("a token of another role is one line that names the role")
{
    logged_session s;
    s.is_welcome = false;
    s.start();
    s.clock.advance(1min);
    CHECK(s.lines == lines{"server: the token is that of the role kiosk: this window needs another"});
}

TEST_CASE("a feed that begins again with a snapshot leaves a line")
{
    logged_session s;
    s.start_with_feed();
    s.lines.clear();
    s.feed().say(snapshot_json());
    CHECK(s.lines == lines{"feed: a gap: began again with a snapshot at event 7"});
}

TEST_CASE("a change that is given up leaves a line without key, number or token, a read leaves none")
{
    logged_session s;
    s.start_with_feed();
    s.lines.clear();
    const auto ignored = [](const auto&) {};
    s.server.send({verb::get, "/api/v1/sites/demo/board", {}, {}}, ignored, {.deadline = 2s});
    s.server.send({verb::post, "/api/v1/sites/demo/tickets/4711/hold?lang=vi", R"({"name":"Lan"})", {}},
                  ignored, {.deadline = 4s, .idempotency_key = "boot-1"});
    s.clock.advance(5s);
    CHECK(s.lines == lines{"request: gave up /api/v1/sites/demo/tickets/N/hold: status 503"});
}

TEST_CASE("no line of a bad hour has the token")
{
    logged_session s;
    s.start_with_feed();
    s.server.send({verb::post, "/api/v1/sites/demo/tickets", {}, {}}, [](const auto&) {}, {.deadline = 2s});
    s.feed().close(error::token_refused);
    s.clock.advance(1min);
    s.is_silent = true;
    s.start();
    s.clock.advance(1h);
    CHECK(s.lines.size() >= 4);
    for (const auto& line : s.lines) {
        CHECK(line.find(secret) == line.npos);
    }
}
