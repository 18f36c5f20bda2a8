// Figures, not promises: run by hand with `domain_test "[.bench]"`.

#include "server/domain/forecast/forecast.hpp"
#include "test_site.hpp"

#include <cstdio>
#include <ctime>

using namespace motcua::domain;

namespace {

/// Eight counters with overlapping services, all at work, and `waiting` people.
test_site busy_site(int waiting)
{
    auto settings = demo_like_settings();
    for (const auto* code : {"5", "6", "7", "8"}) {
        settings.counters.push_back({.code = code, .services = {"A", "B", "C"}});
    }
    test_site site(settings);
    for (const auto& each : settings.counters) {
        site.must(open_counter{each.code, {}});
        site.must(call_ticket{each.code, site.take(each.services.front())});
    }
    for (int i = 0; i < waiting; ++i) {
        site.now += seconds{20};
        site.take(std::string(1, static_cast<char>('A' + i % 4)),
                  i % 7 == 0 ? priority_class::elderly : priority_class::none);
    }
    return site;
}

template <class Work>
double microseconds_of(Work work)
{
    constexpr int times = 300;
    const auto start = std::clock();
    for (int i = 0; i < times; ++i) {
        work();
    }
    return 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / times;
}

} // namespace

TEST_CASE("what a promise costs", "[.bench]")
{
    for (const int waiting : {0, 20, 50, 130, 200}) {
        const auto site = busy_site(waiting);
        const forecast_moment now{site.now, zone_of_vietnam()};
        const auto one = microseconds_of([&] { forecast_of(site.state, newcomer{"A", site.now}, now); });
        const auto all = microseconds_of([&] { forecast_all(site.state, now); });
        std::printf("%d waiting: %.0f µs of processor time for one promise, %.0f µs for all\n", waiting, one,
                    all);
    }
}
