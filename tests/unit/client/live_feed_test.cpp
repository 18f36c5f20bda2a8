#include "client/live_feed.hpp"
#include "tests/unit/client/world.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

using namespace motcua::client;
using namespace motcua::client::test;
using namespace std::chrono_literals;

namespace {

constexpr auto* snapshot_5 = R"({"type":"snapshot","seq":5,"epoch":"e 1","board":{}})";

std::string change(int seq, int prev)
{
    return R"({"type":"ticket_called","seq":)" + std::to_string(seq) + R"(,"prev":)" + std::to_string(prev) +
           "}";
}

struct followed_feed
{
    virtual_timers clock;
    scripted_transport net{clock};
    random_engine random{7};
    std::vector<std::int64_t> snapshots;
    std::vector<std::int64_t> changes;
    std::vector<std::pair<server_state, boost::system::error_code>> states;
    std::vector<time_point> states_at;
    std::optional<live_feed> feed{std::in_place, net, clock, random, "/live", events()};

    feed_events events()
    {
        return {
            [this](const boost::json::value& message) { snapshots.push_back(message.at("seq").as_int64()); },
            [this](const boost::json::value& message) {
                const auto* seq = message.get_object().if_contains("seq");
                changes.push_back(seq == nullptr ? -1 : seq->as_int64());
            },
            [this](server_state state, boost::system::error_code why) {
                states.emplace_back(state, why);
                states_at.push_back(clock.now());
            }};
    }
    fake_feed& now()
    {
        REQUIRE(net.feeds.size() == 1);
        return *net.feeds.front();
    }
    void connect()
    {
        now().open();
        now().say(snapshot_5);
    }
    bool is_connected() const { return !states.empty() && states.back().first == server_state::connected; }
    /// Until the next try begins.
    void wait_for_try()
    {
        const auto before = net.feeds_opened.size();
        for (int i = 0; i < 3000 && net.feeds_opened.size() == before; ++i) {
            clock.advance(1ms);
        }
        REQUIRE(net.feeds_opened.size() == before + 1);
    }
};

} // namespace

TEST_CASE("a feed gives the snapshot and then each change once and in order")
{
    followed_feed f;
    CHECK(f.now().target == "/live");
    f.now().open();
    CHECK(f.states.empty());
    f.now().say(snapshot_5);
    CHECK(f.is_connected());
    f.now().say(change(6, 5));
    f.now().say(change(9, 6)); // the journal skips
    CHECK(f.snapshots == std::vector<std::int64_t>{5});
    CHECK(f.changes == std::vector<std::int64_t>{6, 9});
}

TEST_CASE("a lost feed resumes after the last message, in the same epoch")
{
    followed_feed f;
    f.connect();
    f.now().say(change(6, 5));
    f.now().close();
    f.wait_for_try();
    CHECK(f.now().target == "/live?since=6&epoch=e%201");
    f.now().open();
    f.now().say(change(8, 6));
    CHECK(f.changes == std::vector<std::int64_t>{6, 8});
    CHECK(f.snapshots.size() == 1);
    CHECK(f.states.size() == 1); // Back so soon that nobody was alarmed.
}

TEST_CASE("the owner's query stays before the place to resume at")
{
    virtual_timers clock;
    scripted_transport net{clock};
    random_engine random;
    live_feed feed{net, clock, random, "/live?x=1", {[](auto&) {}, [](auto&) {}, [](auto, auto) {}}};
    net.feeds.at(0)->open();
    net.feeds.at(0)->say(snapshot_5);
    net.feeds.at(0)->close();
    clock.advance(200ms);
    CHECK(net.feeds.at(0)->target == "/live?x=1&since=5&epoch=e%201");
}

TEST_CASE("a gap is not handed on but leads to a resume")
{
    followed_feed f;
    f.connect();
    f.now().say(change(8, 7));
    CHECK(f.changes.empty());
    f.wait_for_try();
    CHECK(f.now().target == "/live?since=5&epoch=e%201");
    f.now().open();
    f.now().say(change(7, 5));
    f.now().say(change(8, 7));
    CHECK(f.changes == std::vector<std::int64_t>{7, 8});
}

TEST_CASE("a gap straight after a resume leads to a new snapshot")
{
    followed_feed f;
    f.connect();
    f.now().close();
    f.wait_for_try();
    f.now().open();
    f.now().say(change(8, 7));
    f.wait_for_try();
    CHECK(f.now().target == "/live");
    f.now().open();
    f.now().say(R"({"type":"snapshot","seq":3,"epoch":"e2","board":{}})"); // a restored backup
    f.now().say(change(4, 3));
    CHECK(f.snapshots == std::vector<std::int64_t>{5, 3});
    CHECK(f.changes == std::vector<std::int64_t>{4});
}

TEST_CASE("a repeated message is ignored")
{
    followed_feed f;
    f.connect();
    f.now().say(change(6, 5));
    f.now().say(change(6, 5));
    f.now().say(change(4, 3));
    f.now().say(change(7, 6));
    CHECK(f.changes == std::vector<std::int64_t>{6, 7});
    CHECK(f.net.feeds_opened.size() == 1);
}

TEST_CASE("a fresh snapshot replaces all, also in an open feed")
{
    followed_feed f;
    f.connect();
    f.now().say(R"({"type":"snapshot","seq":2,"epoch":"e2","board":{}})");
    f.now().say(change(3, 2));
    CHECK(f.snapshots == std::vector<std::int64_t>{5, 2});
    CHECK(f.changes == std::vector<std::int64_t>{3});
    f.now().close();
    f.wait_for_try();
    CHECK(f.now().target == "/live?since=3&epoch=e2");
}

TEST_CASE("a message without a place in the order is handed on as it comes")
{
    followed_feed f;
    f.connect();
    f.now().say(R"({"type":"forecast"})");
    f.now().say(change(6, 5));
    CHECK(f.changes == std::vector<std::int64_t>{-1, 6});
}

TEST_CASE("a message that cannot be understood ends the connection, not the client")
{
    const auto* text = GENERATE("", "{", "[]", "7", R"({"type":"x","seq":"6"})", R"({"type":"snapshot"})");
    followed_feed f;
    f.connect();
    f.now().say(text);
    CHECK(f.net.feeds.empty());
    f.wait_for_try();
    f.now().open();
    f.now().say(change(6, 5));
    CHECK(f.changes == std::vector<std::int64_t>{6});
}

TEST_CASE("away is reported within 2 seconds of the server's last sign of life")
{
    followed_feed f;
    f.connect();
    f.clock.advance(60s); // pings are answered
    CHECK(f.is_connected());
    CHECK(f.net.feeds_opened.size() == 1);
    f.now().heard();
    const auto last_sign = f.clock.now();
    SECTION("the network is dead") { f.now().answers_pings = false; }
    SECTION("the server closed") { f.now().close(); }
    f.clock.advance(2s);
    REQUIRE(f.states.size() >= 2);
    CHECK(f.states[1].first == server_state::away);
    CHECK(f.states_at[1] <= last_sign + 2s);

    f.wait_for_try();
    f.now().open();
    CHECK(f.is_connected());
}

TEST_CASE("a server that is away from the start is reported as soon as one try failed")
{
    followed_feed f;
    SECTION("refused") { f.now().close(error::token_refused); }
    SECTION("silent") { f.clock.advance(2s); }
    SECTION("open without a snapshot")
    {
        f.now().open();
        f.clock.advance(2s);
    }
    REQUIRE(f.states.size() == 1);
    CHECK(f.states[0].first == server_state::away);
}

TEST_CASE("the reason why the server is away is reported again when it changes")
{
    followed_feed f;
    f.now().close(unreachable);
    f.wait_for_try();
    f.now().close(unreachable);
    f.wait_for_try();
    f.now().close(error::token_refused);
    REQUIRE(f.states.size() == 2);
    CHECK(f.states[1].second == error::token_refused);
}

TEST_CASE("a feed tries again at least every 2 seconds, however the server fails, and not in a rush")
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const bool is_silent = seed % 2 == 0;
        CAPTURE(seed);
        followed_feed f;
        f.random.seed(seed);
        for (int i = 0; i < 60'000; ++i) {
            if (!is_silent && !f.net.feeds.empty()) {
                f.now().close(unreachable);
            }
            f.clock.advance(1ms);
        }
        const auto& opened = f.net.feeds_opened;
        REQUIRE(opened.size() > 30);
        CHECK(opened.size() < 100);
        for (std::size_t i = 1; i < opened.size(); ++i) {
            CHECK(opened[i] - opened[i - 1] <= 2s + 1ms);
        }
    }
}

TEST_CASE("a server that opens and closes at once is not tried in a rush")
{
    followed_feed f;
    f.connect();
    for (int i = 0; i < 60'000; ++i) {
        if (!f.net.feeds.empty()) {
            f.now().open();
            f.now().close();
        }
        f.clock.advance(1ms);
    }
    CHECK(f.net.feeds_opened.size() > 28);
    CHECK(f.net.feeds_opened.size() < 70);
}

TEST_CASE("a feed that is let go leaves nothing behind")
{
    followed_feed f;
    SECTION("while it opens") {}
    SECTION("while it is open") { f.connect(); }
    SECTION("while it pauses") { f.now().close(); }
    SECTION("after it was lost")
    {
        f.connect();
        f.now().close();
    }
    f.feed.reset();
    CHECK(f.net.feeds.empty());
    CHECK(f.clock.is_idle());
}
