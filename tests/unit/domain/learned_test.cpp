#include "server/domain/forecast/learned.hpp"

#include "server/domain/forecast/limits.hpp"
#include "server/domain/forecast/shape.hpp"
#include "test_site.hpp"

#include <numeric>

using namespace motcua::domain;

namespace {

const service_settings& service_a(const test_site& site) { return site.state.settings().services.front(); }

milliseconds stay(const test_site& site) { return site.state.known().usual_stay(service_a(site)); }

void set_clock(test_site& site, std::chrono::microseconds by)
{
    const auto before = site.now;
    site.now += by;
    site.state.apply({site.state.seq() + 1, site.now, "test", {}, clock_anchored{before, site.now}});
}

} // namespace

TEST_CASE("a mean begins with its start value and forgets what is old")
{
    auto mean = begin_mean(10);
    CHECK(mean.value(600) == 600);
    for (int i = 0; i < 10; ++i) {
        mean.note(1200, 60);
    }
    CHECK(mean.value(600) > 900);
    CHECK(mean.value(600) < 960);
    for (int i = 0; i < 1000; ++i) {
        mean.note(1200, 60);
    }
    CHECK(mean.value(600) == 1199); // The last part is lost to integers.
    mean.note(0, 60);
    CHECK(mean.value(600) == 1179);
}

TEST_CASE("a site that has seen nothing believes its settings")
{
    const test_site site;
    CHECK(stay(site) == minutes{10} + seconds{45});
    CHECK(site.state.known().usual_gap() == seconds{25});
    CHECK(site.state.known().usual_pause() == minutes{10});
    CHECK(site.state.known().share_of(minutes{30}) == whole_share * 7 / 100);
    const auto turn = site.state.known().usual_turn(service_a(site));
    CHECK(turn > (stay(site) + seconds{25}) * 109 / 100);
    CHECK(turn < (stay(site) + seconds{25}) * 110 / 100);
}

TEST_CASE("a stay is from the call to the end, without the time on hold")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 300; ++i) {
        const auto ticket = site.take("A");
        site.call("1");
        site.now += seconds{30};
        site.must(start_ticket{ticket});
        site.now += seconds{60};
        site.must(hold_ticket{.ticket = ticket, .reason = {}});
        site.now += seconds{100};
        site.must(resume_ticket{ticket});
        site.now += seconds{30};
        site.must(finish_ticket{ticket, visit_outcome::served});
    }
    CHECK(stay(site) > seconds{119});
    CHECK(stay(site) < seconds{125});
}

TEST_CASE("a no-show and a transfer teach what they took of the counter")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 300; ++i) {
        const auto ticket = site.take("A");
        site.call("1");
        site.now += seconds{60};
        if (i % 2 == 0) {
            site.must(mark_no_show{ticket});
        } else {
            site.must(transfer_ticket{.ticket = ticket, .service = "B", .counter = {}, .keep_place = false});
        }
    }
    CHECK(stay(site) > seconds{59});
    CHECK(stay(site) < seconds{65});
}

TEST_CASE("a forgotten ticket teaches no more than a long one")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto before = stay(site);
    site.take("A");
    site.serve(*site.call("1"), std::chrono::hours{20});
    CHECK(stay(site) < before * 5 / 2);
}

TEST_CASE("services without visits learn from the others how the settings err")
{
    test_site site;
    site.must(open_counter{"3", {}});
    for (int i = 0; i < 300; ++i) {
        site.take("B");
        site.serve(*site.call("3"), seconds{1290});
    }
    CHECK(stay(site) > seconds{1200});
}

TEST_CASE("a visit during which the clock was set teaches nothing")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 15; ++i) {
        const auto ticket = site.take("A");
        site.call("1");
        site.must(start_ticket{ticket});
        set_clock(site, -std::chrono::hours{1});
        site.must(finish_ticket{ticket, visit_outcome::served});
    }
    CHECK(stay(site) == minutes{10} + seconds{45});
    CHECK(site.state.known().open_time >= seconds{0});
}

TEST_CASE("a gap is learned only from people who already waited")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.now += minutes{20};
    const auto first = site.take("A");
    site.now += seconds{3};
    site.call("1");
    CHECK(site.state.known().usual_gap() == seconds{25});
    site.take("A");
    site.must(mark_no_show{first});
    for (int i = 0; i < 600; ++i) {
        site.take("A");
        site.now += seconds{5};
        site.must(mark_no_show{*site.call("1")});
    }
    CHECK(site.state.known().usual_gap() > seconds{4});
    CHECK(site.state.known().usual_gap() < seconds{6});
}

TEST_CASE("pauses are learned, and those of a lost console are not")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(note_console{"1", true});
    site.must(note_console{"1", false});
    site.now += minutes{50};
    site.must(note_console{"1", true});
    CHECK(site.state.known().usual_pause() == minutes{10});
    CHECK(site.state.known().paused_time == seconds{0});
    site.must(pause_counter{"1", {}});
    site.now += minutes{50};
    site.must(open_counter{"1", {}});
    CHECK(site.state.known().usual_pause() > minutes{16});
    CHECK(site.state.known().paused_time == minutes{50});
}

TEST_CASE("the share of a head start is learned from the tickets")
{
    test_site site;
    for (int i = 0; i < 300; ++i) {
        site.take("A", i % 2 == 0 ? priority_class::elderly : priority_class::none);
    }
    CHECK(site.state.known().share_of(minutes{30}) > whole_share * 40 / 100);
    CHECK(site.state.known().share_of(minutes{20}) < whole_share * 4 / 100);
}

TEST_CASE("the draws of a key have the mean that was asked for, and 16 runs spread evenly")
{
    CHECK(std::accumulate(shape.begin(), shape.end(), 0) == 256'000);
    CHECK(std::ranges::is_sorted(shape));
    for (std::uint64_t number = 1; number < 200; ++number) {
        const auto key = draw_key(draw_kind::ticket, number);
        std::array<bool, forecast_runs> used{};
        for (int run = 0; run < forecast_runs; ++run) {
            used.at(draw_place(key, run) / 16) = true;
        }
        CHECK(std::ranges::count(used, true) == forecast_runs);
    }
}

TEST_CASE("what is left of a time that has begun is positive, and grows when it lasts unusually long")
{
    const milliseconds usual = minutes{10};
    CHECK(rest_of(usual, milliseconds{0}, 7) == drawn(usual, 7));
    for (std::size_t place = 0; place < shape_size; ++place) {
        CHECK(rest_of(usual, minutes{20}, place) > milliseconds{0});
    }
    CHECK(rest_of(usual, std::chrono::hours{2}, 100) == minutes{36});
}
