#include "server/api/live_feed.hpp"

#include "server/api/limits.hpp"
#include "server/http/limits.hpp"

#include "tests/unit/domain/test_site.hpp"

using namespace motcua;
using namespace motcua::api;

namespace {

class recorded_feed : public http::feed
{
public:
    void send(std::shared_ptr<const std::string> message) override { received.push_back(*message); }
    bool is_open() const override { return !closed; }
    void close(http::close_code code) override { closed = code; }

    boost::json::object message(std::size_t index) const
    {
        return boost::json::parse(received.at(index)).as_object();
    }

    std::vector<std::string> received;
    std::optional<http::close_code> closed;
};

/// A state machine whose events reach a feed, as those of a site do.
struct followed_site
{
    domain::test_site site;
    live_feed feed{"demo", "epoch-1"};

    followed_site() { feed.rebuilt(site.state); }

    void apply(const domain::command& command)
    {
        const auto decided = domain::decide(site.state, command,
                                            {.now = site.now, .actor = "test", .counter = {}, .staff = {}});
        REQUIRE(decided.has_value());
        for (const auto& body : *decided) {
            const domain::event happened{site.state.seq() + 1, site.now, "test", std::nullopt, body};
            site.state.apply(happened);
            feed.applied(happened, site.state);
        }
    }

    void take(const std::string& service)
    {
        domain::issue_ticket command{.service = service};
        command.track[0] = static_cast<std::uint8_t>(site.state.last_ticket() + 1);
        apply(command);
        feed.durable(site.state.seq());
    }

    std::shared_ptr<recorded_feed> join(feed_view seen = feed_view::everybody,
                                        std::optional<std::int64_t> since = {},
                                        std::optional<std::string_view> epoch = {})
    {
        auto joining = std::make_shared<recorded_feed>();
        feed.join(joining, seen, since, epoch, site.state, site.now, domain::zone_of_vietnam());
        return joining;
    }
};

} // namespace

TEST_CASE("a feed begins with a snapshot, and each change is one message whose prev is the one before")
{
    followed_site at;
    const auto received = at.join();
    at.take("A");
    at.take("B");
    REQUIRE(received->received.size() == 3);
    CHECK(received->message(0).at("type") == "snapshot");
    CHECK(received->message(0).at("epoch") == "epoch-1");
    CHECK(received->message(1).at("type") == "ticket_issued");
    CHECK(received->message(1).at("prev") == received->message(0).at("seq"));
    CHECK(received->message(2).at("prev") == received->message(1).at("seq"));
    CHECK(received->message(2).at("ticket").at("number") == "B001");
}

TEST_CASE("no message about a change is sent before it is durable")
{
    followed_site at;
    const auto received = at.join();
    at.apply(domain::open_counter{"1", {}});
    CHECK(received->received.size() == 1);
    at.feed.durable(at.site.state.seq());
    REQUIRE(received->received.size() == 2);
    CHECK(received->message(1).at("type") == "counter_opened");
    CHECK(received->message(1).at("status").at("state") == "open");
}

TEST_CASE("changed settings are a message to everybody who follows")
{
    followed_site at;
    const auto display = at.join();
    const auto staff = at.join(feed_view::staff);
    auto settings = at.site.state.settings();
    settings.name = "Một cửa";
    at.apply(domain::configure_site{.settings = settings, .from_version = {}});
    at.feed.durable(at.site.state.seq());
    for (const auto& feed : {display, staff}) {
        REQUIRE(feed->received.size() == 2);
        CHECK(feed->message(1).at("type") == "site_configured");
        CHECK(feed->message(1).at("seq") == at.site.state.seq());
        CHECK(feed->message(1).at("prev") == feed->message(0).at("seq"));
        CHECK(feed->message(1).at("version") == 2);
    }
}

TEST_CASE("a feed that comes back gets the messages that it missed, and none twice")
{
    followed_site at;
    const auto first = at.join();
    at.take("A");
    const auto seq = first->message(1).at("seq").to_number<std::int64_t>();
    first->on_gone();
    at.take("A");
    at.take("A");
    const auto again = at.join(feed_view::everybody, seq, "epoch-1");
    REQUIRE(again->received.size() == 2);
    CHECK(again->message(0).at("prev") == seq);
    CHECK(again->message(1).at("ticket").at("number") == "A003");
    CHECK(at.join(feed_view::everybody, at.feed.last_sent(), "epoch-1")->received.empty());
}

TEST_CASE("a feed that comes back from another epoch, or too late, gets a snapshot")
{
    followed_site at;
    const auto first = at.join();
    at.take("A");
    const auto seq = at.feed.last_sent();
    CHECK(at.join(feed_view::everybody, seq, "epoch-0")->message(0).at("type") == "snapshot");
    CHECK(at.join(feed_view::everybody, seq + 7)->message(0).at("type") == "snapshot");
    for (std::size_t i = 0; i <= limits::feed_history; ++i) {
        at.take("A");
    }
    CHECK(at.join(feed_view::everybody, seq - 1)->message(0).at("type") == "snapshot");
    CHECK(at.join(feed_view::everybody, at.feed.last_sent() - 1)->message(0).at("type") == "ticket_issued");
}

TEST_CASE("a feed that missed more than a connection may be behind gets a snapshot, not a flood that ends it")
{
    followed_site at;
    const auto first = at.join(feed_view::staff);
    const auto seq = at.feed.last_sent();
    std::size_t missed = 0;
    while (missed <= http::limits{}.feed_backlog_bytes) {
        at.take("A");
        missed += first->received.back().size();
    }
    const auto again = at.join(feed_view::staff, seq, "epoch-1");
    REQUIRE(again->received.size() == 1);
    CHECK(again->message(0).at("type") == "snapshot");
    at.take("A");
    CHECK(again->message(1).at("prev") == again->message(0).at("seq"));
}

TEST_CASE("a feed whose peer left before its turn is not kept")
{
    followed_site at;
    at.take("A");
    const auto gone = std::make_shared<recorded_feed>();
    gone->close(http::close_code::normal);
    at.feed.join(gone, feed_view::everybody, {}, {}, at.site.state, at.site.now, domain::zone_of_vietnam());
    CHECK(at.feed.followers() == 0);
    at.feed.join_ticket(gone, domain::ticket_id{1}, at.site.state, at.site.now, domain::zone_of_vietnam());
    CHECK(gone.use_count() == 1);
}

TEST_CASE("staff see who has priority, a display does not")
{
    followed_site at;
    const auto display = at.join();
    const auto staff = at.join(feed_view::staff);
    at.take("A");
    CHECK_FALSE(display->message(1).at("ticket").as_object().contains("priority"));
    CHECK(staff->message(1).at("ticket").as_object().contains("priority"));
}

TEST_CASE("when an unknown commit turns out to be stored, every feed starts again")
{
    followed_site at;
    const auto received = at.join();
    at.apply(domain::issue_ticket{.service = "A"});
    at.feed.rebuilt(at.site.state);
    CHECK(received->closed == http::close_code::again);
    CHECK(at.feed.last_sent() == at.site.state.seq());
}

TEST_CASE("a failed commit that stored nothing disturbs nobody")
{
    followed_site at;
    const auto received = at.join();
    const auto before = at.site.state.image();
    at.apply(domain::issue_ticket{.service = "A"});
    at.site.state = domain::site_state(before);
    at.feed.rebuilt(at.site.state);
    CHECK_FALSE(received->closed);
    CHECK(received->received.size() == 1);
    at.take("A");
    CHECK(received->message(1).at("prev") == received->message(0).at("seq"));
}

TEST_CASE("the feed of a ticket is about that ticket only, and not too many follow it")
{
    followed_site at;
    at.take("A");
    const domain::ticket_id mine{at.site.state.last_ticket()};
    std::vector<std::shared_ptr<recorded_feed>> phones;
    for (std::size_t i = 0; i < limits::feeds_of_a_ticket; ++i) {
        phones.push_back(std::make_shared<recorded_feed>());
        CHECK(
            at.feed.join_ticket(phones.back(), mine, at.site.state, at.site.now, domain::zone_of_vietnam()));
    }
    CHECK_FALSE(at.feed.join_ticket(std::make_shared<recorded_feed>(), mine, at.site.state, at.site.now,
                                    domain::zone_of_vietnam()));
    at.take("A");
    at.apply(domain::cancel_ticket{mine});
    at.feed.durable(at.site.state.seq());
    REQUIRE(phones[0]->received.size() == 2);
    CHECK(phones[0]->message(1).at("type") == "ticket_cancelled");
    phones[0]->on_gone();
    CHECK(at.feed.join_ticket(std::make_shared<recorded_feed>(), mine, at.site.state, at.site.now,
                              domain::zone_of_vietnam()));
}

TEST_CASE("in the feed of a ticket too, prev is the message before, for an early follower and for a late one")
{
    followed_site at;
    at.take("A");
    const domain::ticket_id mine{at.site.state.last_ticket()};
    const auto join = [&] {
        auto phone = std::make_shared<recorded_feed>();
        CHECK(at.feed.join_ticket(phone, mine, at.site.state, at.site.now, domain::zone_of_vietnam()));
        return phone;
    };
    const auto act = [&](const domain::command& command) {
        at.apply(command);
        at.feed.durable(at.site.state.seq());
    };
    const auto early = join();
    at.take("A");
    act(domain::open_counter{"1", {}});
    act(domain::call_next{"1"});
    at.take("A");
    const auto late = join();
    act(domain::recall_ticket{mine});
    act(domain::start_ticket{mine});
    REQUIRE(early->received.size() == 4);
    REQUIRE(late->received.size() == 3);
    for (const auto& phone : {early, late}) {
        for (std::size_t i = 1; i < phone->received.size(); ++i) {
            CHECK(phone->message(i).at("prev") == phone->message(i - 1).at("seq"));
        }
    }
}

TEST_CASE("a slip of a day that is over is one message, and its ticket waits for nobody")
{
    followed_site at;
    at.apply(domain::lease_block{"hall", "A", {}, 5});
    at.site.now += std::chrono::hours{24};
    at.apply(domain::turn_day{});
    const auto received = at.join(feed_view::staff);
    at.apply(domain::issue_offline_ticket{.kiosk = "hall", .block = domain::block_id{1}, .number = 701});
    at.feed.durable(at.site.state.seq());
    REQUIRE(received->received.size() == 2);
    CHECK(received->message(1).at("type") == "ticket_logged");
    CHECK(received->message(1).at("ticket").at("state") == "cancelled");
    CHECK(received->message(1).at("ticket").at("outcome") == "day_closed");
}
