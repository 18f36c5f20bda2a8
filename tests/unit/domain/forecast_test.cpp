#include "server/domain/tickets/forecast.hpp"

#include "test_site.hpp"

using namespace motcua::domain;

namespace {

seconds forecast_of(const test_site& site, const service_code& service)
{
    for (const auto& one : service_forecasts(site.state, site.now)) {
        if (one.service == service) {
            return one.expected_wait;
        }
    }
    FAIL("no forecast for " << service);
    return {};
}

} // namespace

TEST_CASE("nobody waiting and a free counter means no wait")
{
    test_site site;
    site.must(open_counter{"1", {}});
    CHECK(site.the(site.take("A")).expected_wait == seconds{0});
}

TEST_CASE("the forecast runs the calling rule forward over the open counters")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 3; ++i) {
        site.take("A");
    }
    CHECK(forecast_of(site, "A") == seconds{1800});
    site.must(open_counter{"2", {}});
    CHECK(forecast_of(site, "A") == seconds{600});
    site.call("1");
    site.call("2");
    site.now += seconds{240};
    CHECK(forecast_of(site, "A") == seconds{360});
}

TEST_CASE("the work of services that share a counter counts, and no other")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"3", std::vector<service_code>{"B"}});
    site.take("D");
    site.take("B");
    CHECK(site.the(site.take("A")).expected_wait == seconds{600});
    CHECK(forecast_of(site, "B") == seconds{600});
}

TEST_CASE("with no counter open the planned ones count")
{
    test_site site;
    for (int i = 0; i < 3; ++i) {
        site.take("A");
    }
    CHECK(site.the(site.take("A")).expected_wait == seconds{600});
    CHECK(forecast_of(site, "C") == seconds{600}); // counter 4 serves A too, and takes the third
}

TEST_CASE("the service time is the median of the last visits")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (std::size_t i = 0; i < service_times_kept / 2; ++i) {
        site.take("A");
        site.serve(*site.call("1"), seconds{60});
    }
    CHECK(site.state.service_time("A") == seconds{600});
    site.take("A");
    site.serve(*site.call("1"), seconds{60});
    CHECK(site.state.service_time("A") == seconds{60});
}

TEST_CASE("a visit during which the clock was set teaches nothing of the service time")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (std::size_t i = 0; i < service_times_kept; ++i) {
        const auto ticket = site.take("A");
        site.call("1");
        site.must(start_ticket{ticket});
        const auto before = site.now;
        site.now -= std::chrono::hours{1};
        site.state.apply({site.state.seq() + 1, site.now, "test", {}, clock_anchored{before, site.now}});
        site.must(finish_ticket{ticket, visit_outcome::served});
    }
    CHECK(site.state.service_time("A") == seconds{600});
}
