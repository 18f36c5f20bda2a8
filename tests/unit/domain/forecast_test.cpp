#include "server/domain/tickets/forecast.hpp"

#include "hall.hpp"

using namespace motcua::domain;

namespace {

seconds forecast_of(const hall& hall, const service_code& service)
{
    for (const auto& one : forecast(hall.state, hall.now)) {
        if (one.service == service) {
            return one.expected_wait;
        }
    }
    FAIL("no forecast for " << service);
    return {};
}

} // namespace

TEST_CASE("nobody waiting and a free counter is no wait")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    CHECK(hall.the(hall.take("A")).expected_wait == seconds{0});
}

TEST_CASE("the forecast runs the calling rule forward over the open counters")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    for (int i = 0; i < 3; ++i) {
        hall.take("A");
    }
    CHECK(forecast_of(hall, "A") == seconds{1800});
    hall.must(open_counter{"2", {}});
    CHECK(forecast_of(hall, "A") == seconds{600});
    hall.call("1");
    hall.call("2");
    hall.now += seconds{240};
    CHECK(forecast_of(hall, "A") == seconds{360});
}

TEST_CASE("the work of services that share a counter counts, and no other")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    hall.must(open_counter{"3", std::vector<service_code>{"B"}});
    hall.take("D");
    hall.take("B");
    CHECK(hall.the(hall.take("A")).expected_wait == seconds{600});
    CHECK(forecast_of(hall, "B") == seconds{600});
}

TEST_CASE("with no counter open the planned ones count")
{
    hall hall;
    for (int i = 0; i < 3; ++i) {
        hall.take("A");
    }
    CHECK(hall.the(hall.take("A")).expected_wait == seconds{600});
    CHECK(forecast_of(hall, "C") == seconds{600}); // counter 4 serves A too, and takes the third
}

TEST_CASE("the service time is the median of the last visits")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    for (std::size_t i = 0; i < service_times_kept / 2; ++i) {
        hall.take("A");
        hall.serve(*hall.call("1"), seconds{60});
    }
    CHECK(hall.state.service_time("A") == seconds{600});
    hall.take("A");
    hall.serve(*hall.call("1"), seconds{60});
    CHECK(hall.state.service_time("A") == seconds{60});
}

TEST_CASE("a visit during which the clock was set teaches nothing of the service time")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    for (std::size_t i = 0; i < service_times_kept; ++i) {
        const auto ticket = hall.take("A");
        hall.call("1");
        hall.must(start_ticket{ticket});
        const auto before = hall.now;
        hall.now -= std::chrono::hours{1};
        hall.state.apply({hall.state.seq() + 1, hall.now, "test", {}, clock_anchored{before, hall.now}});
        hall.must(finish_ticket{ticket, visit_outcome::served});
    }
    CHECK(hall.state.service_time("A") == seconds{600});
}
