// What the simulation once found in the product, each as a hall of its own that leads straight there.

#include "base/json.hpp"
#include "protocol/messages.hpp"
#include "tests/simulation/world/device.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

namespace {

using client::verb;

/// A hall in which one kiosk and one counter are awake.
class small_hall
{
public:
    small_hall()
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
    small_hall hall;
    const auto id = hall.called_ticket();
    std::optional<client::http_response> answer;
    hall.counter().over.quality.halved = 1'000;
    hall.counter().send(verb::post, "/api/v1/tickets/" + id + "/start", {}, [&answer](const auto& got) {
        if (got) {
            answer = *got;
        }
    });
    hall.live(milliseconds{50});
    hall.counter().over.quality = {.parted = true};
    hall.in().clock.jump(std::chrono::days{1});
    hall.live(seconds{3});
    REQUIRE(hall.in().server.site().state().tickets().empty());
    hall.counter().over.rejoin();
    hall.live(seconds{10});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->replayed);
}

TEST_CASE("a change under way when the clock is set by years is done once")
{
    small_hall hall;
    const auto id = hall.called_ticket();
    std::optional<client::http_response> answer;
    hall.counter().over.quality.halved = 1'000;
    hall.counter().send(verb::post, "/api/v1/tickets/" + id + "/recall", {}, [&answer](const auto& got) {
        if (got) {
            answer = *got;
        }
    });
    hall.live(milliseconds{50});
    hall.counter().over.quality = {.parted = true};
    hall.in().clock.jump(std::chrono::years{10});
    hall.live(seconds{3});
    hall.counter().over.rejoin();
    hall.live(seconds{10});
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->replayed);
}

TEST_CASE("a hall whose full disk turns out to be lost works again after a new start")
{
    small_hall hall;
    hall.called_ticket();
    auto& disk = hall.in().server.disk();
    disk.fail(breakdown::full);
    hall.counter().send(verb::post, hall.in().path("/counters/1/pause"));
    hall.live(milliseconds{100});
    disk.fail(breakdown::lost_sync);
    hall.live(seconds{3});
    disk.heal();
    hall.live(seconds{10});
    CHECK(hall.in().server.lives() > 1);
    CHECK(hall.must(hall.counter(), verb::post, hall.in().path("/counters/1/pause")).status == 200);
}

} // namespace motcua::simulation
