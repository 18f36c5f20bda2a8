#include "tests/bench/rules/goals.hpp"
#include "tests/bench/rules/measure.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using namespace motcua::bench;
using namespace std::chrono_literals;

namespace {

promised_visit plain(double wait, double promised)
{
    return {.load = rehearsal::load_band::rush,
            .wait = wait,
            .is_plain = true,
            .promises = {{.expected = promised}}};
}

} // namespace

TEST_CASE("a promise is scored by what the wait was")
{
    const auto score = score_of({plain(10, 12), plain(30, 20)}, 0, "it");
    CHECK(score.bias == Approx(-4));
    CHECK(score.error == Approx(6));
    CHECK(score.within_5 == Approx(50));
    CHECK(score.over_5_late == Approx(50));
    CHECK(score.error_rush == Approx(6));
    CHECK(score.error_quiet == 0);
}

TEST_CASE("a range is shown outward, to 5 minutes and from 60 on to 10")
{
    CHECK(shown_range(0, 4.2) == std::pair(0.0, 5.0));
    CHECK(shown_range(12, 26) == std::pair(10.0, 30.0));
    CHECK(shown_range(66, 81) == std::pair(60.0, 90.0));
    CHECK(shown_range(58, 60) == std::pair(55.0, 60.0));
}

TEST_CASE("who hears too late and is called all the same was told wrong")
{
    auto never = plain(0, 0);
    never.wait.reset();
    never.is_plain = false;
    never.promises[0] = {.too_late = true};
    auto called = plain(10, 0);
    called.promises[0] = {.too_late = true};
    auto unannounced = never;
    unannounced.promises[0].too_late = false;
    const auto score = score_of({never, called, unannounced, plain(1, 1)}, 0, "it");
    CHECK(*score.too_late_found == Approx(50));
    CHECK(*score.too_late_wrong == Approx(50));
    CHECK(score.plain_without == 1);
}

TEST_CASE("waits of a rule are scored by kind")
{
    using kind = ruled_visit::kind;
    const auto score =
        score_of({{kind::ordinary, 10, 3}, {kind::ordinary, 20, 0}, {kind::priority, 5, 0}}, "it");
    CHECK(score.mean == Approx(15));
    CHECK(score.longest == Approx(20));
    CHECK(score.priority_p90 == Approx(5));
    CHECK(score.appointment_p90 == 0);
    CHECK(score.overtaken_most == Approx(3));
}

TEST_CASE("ZMS promises a slot for each before and one more, the optimist less a counter's worth")
{
    // One service, 10 minutes; five wait, nobody else is booked.
    rehearsal::site_plan site{.noon_ends = 13h,
                              .services = {{.code = "A", .mean = 10min, .setting = 10min, .visits = 1}}};
    rehearsal::day_plan day{.day = domain::local_day{std::chrono::year{2026} / 11 / 23}};
    for (const auto* code : {"1", "2"}) {
        site.counters.push_back({.code = code, .services = {0}});
        day.counters.emplace_back();
    }
    const auto midnight = domain::to_instant(domain::zone_of_vietnam(), domain::local_time{day.day});
    for (auto& at : day.counters) {
        at.shifts = {{.from = midnight + 7h, .to = midnight + 11h}};
    }
    // Two go to the counters at once and stay all day.
    for (int i = 0; i < 8; ++i) {
        day.people.push_back({.arrives = midnight + 8h + std::chrono::minutes{i},
                              .legs = {{.service = 0, .walk = 30s, .length = 24h}}});
    }
    std::vector<double> pessimistic;
    std::vector<double> optimistic;
    rehearsal::rehearsal(site, rehearsal::own_rule())
        .play(day, [&](const domain::site_state& state, const rehearsal::arrival& who) {
            pessimistic.push_back(*promise_of_zms_pessimistic({state, who, site}).expected);
            optimistic.push_back(*promise_of_zms_optimistic({state, who, site}).expected);
        });
    CHECK(pessimistic == std::vector<double>{5, 5, 5, 10, 15, 20, 25, 30});
    CHECK(optimistic == std::vector<double>{0, 0, 0, 0, 4, 8, 12, 16});
}

TEST_CASE("a few days are measured and shown with their goals")
{
    const auto report = measure_rules({.days = 2, .seed = 1});
    CHECK(report.played.tickets > 50);
    CHECK(report.promises.size() == all_candidates().size() + 2);
    CHECK_THAT(to_table(report), Catch::Contains("ZMS pessimistic") && Catch::Contains("FIFO") &&
                                     Catch::Contains("error of plain visits"));
}
