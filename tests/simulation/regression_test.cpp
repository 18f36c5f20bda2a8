// What the simulation once found in the product, each as a site of its own that leads straight there.

#include "base/json.hpp"
#include "protocol/messages.hpp"
#include "tests/simulation/world/device.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

namespace {

using client::verb;

/// A site in which one kiosk and one counter are awake.
class small_site
{
public:
    small_site()
    {
        world_.server.start();
        live(seconds{1});
    }

    world& in() { return world_; }
    device& counter() { return counter_; }

    void live(microseconds span)
    {
        const auto end = world_.now() + span;
        while (world_.when.next() <= end) {
            world_.when.step();
            world_.server.tend();
        }
    }

    /// Asks and waits for the answer.
    client::http_response must(device& who, verb how, const std::string& target, std::string body = {})
    {
        std::optional<client::http_response> answer;
        who.send(how, target, std::move(body), [&answer](const auto& got) {
            if (got) {
                answer = *got;
            }
        });
        live(seconds{2});
        REQUIRE(answer);
        return *answer;
    }

    /// The track of a ticket that waits.
    std::string issued_track()
    {
        const auto service = world_.here.settings.counters.front().services.front();
        const auto issued =
            must(kiosk_, verb::post, world_.path("/tickets"),
                 base::to_json(protocol::issue_ticket{.service = protocol::code_text{service}}));
        const auto url = base::from_json<protocol::ticket>(issued.body)->track_url;
        return url.substr(url.rfind('/') + 1);
    }

    /// The id of a ticket that counter 1 has called.
    std::string called_ticket()
    {
        const auto service = world_.here.settings.counters.front().services.front();
        must(kiosk_, verb::post, world_.path("/tickets"),
             base::to_json(protocol::issue_ticket{.service = protocol::code_text{service}}));
        must(counter_, verb::post, world_.path("/counters/1/open"));
        const auto called = must(counter_, verb::post, world_.path("/counters/1/call_next"));
        return base::from_json<protocol::ticket>(called.body)->id;
    }

private:
    world world_{2026, store_kind::memory};
    device kiosk_{world_, "kiosk-1"};
    device counter_{world_, "counter-1"};
};

} // namespace

TEST_CASE("what was done to a ticket of a day that is over is answered again")
{
    small_site site;
    const auto id = site.called_ticket();
    std::optional<client::http_response> answer;
    site.counter().over.quality.halved = 1'000;
    site.counter().send(verb::post, "/api/v1/tickets/" + id + "/start", {}, [&answer](const auto& got) {
        if (got) {
            answer = *got;
        }
    });
    site.live(milliseconds{50});
    site.counter().over.quality = {.parted = true};
    site.in().clock.jump(std::chrono::days{1});
    site.live(seconds{3});
    REQUIRE(site.in().server.site().state().tickets().empty());
    site.counter().over.rejoin();
    site.live(seconds{10});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->replayed);
}

TEST_CASE("what a holder did by the track is answered again when the day of the ticket is over")
{
    small_site site;
    const auto track = site.issued_track();
    std::optional<client::http_response> answer;
    site.counter().over.quality.halved = 1'000;
    site.counter().send(verb::post, "/api/v1/track/" + track + "/cancel", {}, [&answer](const auto& got) {
        if (got) {
            answer = *got;
        }
    });
    site.live(milliseconds{50});
    site.counter().over.quality = {.parted = true};
    site.in().clock.jump(std::chrono::days{1});
    site.live(seconds{3});
    REQUIRE(site.in().server.site().state().tickets().empty());
    site.counter().over.rejoin();
    site.live(seconds{10});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->replayed);
}

TEST_CASE("a change under way when the clock is set by years is done once")
{
    small_site site;
    const auto id = site.called_ticket();
    std::optional<client::http_response> answer;
    site.counter().over.quality.halved = 1'000;
    site.counter().send(verb::post, "/api/v1/tickets/" + id + "/recall", {}, [&answer](const auto& got) {
        if (got) {
            answer = *got;
        }
    });
    site.live(milliseconds{50});
    site.counter().over.quality = {.parted = true};
    site.in().clock.jump(std::chrono::years{10});
    site.live(seconds{3});
    site.counter().over.rejoin();
    site.live(seconds{10});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->replayed);
}

TEST_CASE("a site whose full disk turns out to be lost works again after a new start")
{
    small_site site;
    site.called_ticket();
    auto& disk = site.in().server.disk();
    disk.fail(breakdown::full);
    site.counter().send(verb::post, site.in().path("/counters/1/pause"));
    site.live(milliseconds{100});
    disk.fail(breakdown::lost_sync);
    site.live(seconds{3});
    disk.heal();
    site.live(seconds{10});
    CHECK(site.in().server.lives() > 1);
    CHECK(site.must(site.counter(), verb::post, site.in().path("/counters/1/pause")).status == 200);
}

} // namespace motcua::simulation
