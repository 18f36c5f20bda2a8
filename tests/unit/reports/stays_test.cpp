#include "server/reports/stays.hpp"

#include "log_file.hpp"
#include "server/reports/waits.hpp"

using namespace motcua;
using namespace motcua::reports;
using namespace std::chrono_literals;

namespace {

/// A visit's legs, one after the other.
class way
{
public:
    way& then(domain::ticket_state kind, domain::seconds length, const char* service = "A",
              std::optional<std::string> counter = {})
    {
        legs.push_back({.ticket = domain::ticket_id{1},
                        .n = static_cast<int>(legs.size()) + 1,
                        .kind = kind,
                        .service = service,
                        .counter = std::move(counter),
                        .staff = {},
                        .from = now_,
                        .to = now_ + length});
        now_ += length;
        return *this;
    }

    std::vector<leg> legs;

private:
    domain::instant now_ = monday_at_8;
};

} // namespace

TEST_CASE("a visit at one counter is one stay, without the time on hold")
{
    const auto stays = stays_of(way()
                                    .then(domain::ticket_state::waiting, 300s)
                                    .then(domain::ticket_state::called, 20s, "A", "1")
                                    .then(domain::ticket_state::serving, 100s, "A", "1")
                                    .then(domain::ticket_state::held, 500s, "A", "1")
                                    .then(domain::ticket_state::serving, 50s, "A", "1")
                                    .legs);
    REQUIRE(stays.size() == 1);
    CHECK(stays[0].counter == "1");
    CHECK(stays[0].wait == 300s);
    CHECK(stays[0].service_time == 150s);
}

TEST_CASE("after a transfer the next stay has the waiting before its own call")
{
    const auto stays = stays_of(way()
                                    .then(domain::ticket_state::waiting, 300s)
                                    .then(domain::ticket_state::called, 20s, "A", "1")
                                    .then(domain::ticket_state::serving, 100s, "A", "1")
                                    .then(domain::ticket_state::waiting, 60s, "B")
                                    .then(domain::ticket_state::called, 10s, "B", "3")
                                    .then(domain::ticket_state::serving, 200s, "B", "3")
                                    .legs);
    REQUIRE(stays.size() == 2);
    CHECK(stays[0].service == "A");
    CHECK(stays[0].wait == 300s);
    CHECK(stays[0].service_time == 100s);
    CHECK(stays[1].service == "B");
    CHECK(stays[1].counter == "3");
    CHECK(stays[1].wait == 60s);
    CHECK(stays[1].service_time == 200s);
}

TEST_CASE("back from a no-show the wait goes on from its beginning")
{
    const auto stays = stays_of(way()
                                    .then(domain::ticket_state::waiting, 300s)
                                    .then(domain::ticket_state::called, 60s, "A", "1")
                                    .then(domain::ticket_state::no_show, 100s)
                                    .then(domain::ticket_state::waiting, 40s)
                                    .then(domain::ticket_state::called, 10s, "A", "2")
                                    .then(domain::ticket_state::serving, 80s, "A", "2")
                                    .legs);
    REQUIRE(stays.size() == 1);
    CHECK(stays[0].counter == "2");
    CHECK(stays[0].wait == 500s);
}

TEST_CASE("a visit that was never called has nobody's stay")
{
    const auto stays = stays_of(way().then(domain::ticket_state::waiting, 300s).legs);
    REQUIRE(stays.size() == 1);
    CHECK(stays[0].service == "A");
    CHECK_FALSE(stays[0].counter);
    CHECK_FALSE(stays[0].wait);
}

TEST_CASE("a transferred visit counts once under each counter, and a doubtful one in no mean")
{
    log_file file;
    auto moved = served(300s, 300s);
    moved.transfers = 1;
    moved.counter = "3";
    auto doubtful = served(9000s, 9000s);
    doubtful.unreliable = true;
    file.add({moved, doubtful});
    const auto legs = way()
                          .then(domain::ticket_state::waiting, 300s)
                          .then(domain::ticket_state::called, 20s, "A", "1")
                          .then(domain::ticket_state::serving, 100s, "A", "1")
                          .then(domain::ticket_state::waiting, 60s, "B")
                          .then(domain::ticket_state::called, 10s, "B", "3")
                          .then(domain::ticket_state::serving, 200s, "B", "3")
                          .legs;
    file.add_legs(legs);
    auto log = file.open();
    const auto rows = waits(log, {.from = monday, .to = monday, .by = grouping::counter}).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].key == "1");
    CHECK(rows[0].visits == 2);
    CHECK(rows[0].unreliable == 1);
    CHECK(rows[0].wait_max == 300s);
    CHECK(rows[0].service_mean == 100s);
    CHECK(rows[1].key == "3");
    CHECK(rows[1].wait_mean == 60s);
    CHECK(rows[1].service_mean == 200s);
}
