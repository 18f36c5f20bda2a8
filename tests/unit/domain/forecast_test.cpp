#include "server/domain/forecast/forecast.hpp"

#include "server/domain/forecast/limits.hpp"
#include "server/domain/forecast/run.hpp"
#include "test_site.hpp"

#include <numeric>

using namespace motcua::domain;

namespace {

forecast forecast_of(const test_site& site, const service_code& service)
{
    return forecast_of(site.state, newcomer{service, site.now}, {site.now, zone_of_vietnam()});
}

forecast forecast_of(const test_site& site, ticket_id ticket)
{
    return forecast_of(site.state, site.the(ticket), {site.now, zone_of_vietnam()});
}

forecasts forecast_all(const test_site& site)
{
    return forecast_all(site.state, {site.now, zone_of_vietnam()});
}

/// Open on weekdays, with a break at noon.
site_settings with_hours()
{
    auto settings = demo_like_settings();
    const day_hours day{{minutes{7 * 60 + 30}, minutes{11 * 60 + 30}}, {minutes{13 * 60}, minutes{17 * 60}}};
    settings.hours = {.mon = day, .tue = day, .wed = day, .thu = day, .fri = day, .sat = {}, .sun = {}};
    return settings;
}

instant today_at(int hour, int minute)
{
    return monday_morning + std::chrono::hours{hour - 8} + minutes{minute};
}

void reserve(test_site& site, ticket_id ticket, const counter_code& counter)
{
    site.must(transfer_ticket{.ticket = ticket, .service = {}, .counter = counter, .keep_place = true});
}

bool has_minutes(const forecast& found) { return found.from || found.expected || found.to; }

} // namespace

TEST_CASE("an idle counter and nobody waiting before mean no wait, whatever waits elsewhere")
{
    test_site site;
    site.must(open_counter{"1", std::vector<service_code>{"A"}});
    site.must(open_counter{"2", std::vector<service_code>{"D"}});
    site.must(open_counter{"3", std::vector<service_code>{"B"}});
    for (int i = 0; i < 5; ++i) {
        site.take("B");
        reserve(site, site.take("D"), "2");
    }
    const auto found = forecast_of(site, "A");
    CHECK(found.state == forecast_state::open);
    CHECK(found.from == seconds{0});
    CHECK(found.expected == seconds{0});
    CHECK(found.to == seconds{0});
}

TEST_CASE("without an open counter nothing is promised")
{
    test_site site;
    site.take("A");
    CHECK(forecast_of(site, "A").state == forecast_state::closed);
    CHECK_FALSE(has_minutes(forecast_of(site, "A")));
    site.must(open_counter{"3", {}});
    CHECK(forecast_of(site, "A").state == forecast_state::closed);
    for (const auto* code : {"1", "2", "4"}) {
        site.must(open_counter{code, {}});
        site.must(pause_counter{code, {}});
    }
    CHECK(forecast_of(site, "A").state == forecast_state::paused);
    CHECK_FALSE(has_minutes(forecast_of(site, "A")));
    CHECK(forecast_of(site, "B").state == forecast_state::open);
}

TEST_CASE("a counter that opens later today is promised by its hours")
{
    test_site site(with_hours());
    site.now = today_at(7, 0);
    const auto found = forecast_of(site, "A");
    CHECK(found.state == forecast_state::planned);
    CHECK(found.opens_at == today_at(7, 30));
    CHECK(found.expected == minutes{31});
    site.now = today_at(12, 0);
    CHECK(forecast_of(site, "A").opens_at == today_at(13, 0));
}

TEST_CASE("a counter that is a little late comes soon, and one that is later not before its next hours")
{
    test_site site(with_hours());
    site.now = today_at(7, 40);
    CHECK(forecast_of(site, "A").expected == minutes{3});
    site.now = today_at(7, 42);
    CHECK(forecast_of(site, "A").opens_at == today_at(13, 0));
}

TEST_CASE("a counter that would come only when its hours are over does not come")
{
    auto settings = with_hours();
    settings.hours.mon = {{minutes{8 * 60}, minutes{8 * 60 + 2}}};
    test_site site(settings);
    site.now = today_at(8, 1);
    CHECK_FALSE(has_minutes(forecast_of(site, "A")));
}

TEST_CASE("an opening on another day is named, without minutes")
{
    test_site site(with_hours());
    site.now = today_at(18, 0);
    const auto found = forecast_of(site, "A");
    CHECK(found.state == forecast_state::planned);
    CHECK(found.opens_at == today_at(7 + 24, 30));
    CHECK_FALSE(has_minutes(found));
}

TEST_CASE("a counter follows its rota")
{
    auto settings = with_hours();
    for (auto& each : settings.counters) {
        each.rota = week_hours{};
    }
    settings.counters[1].rota->mon = {{minutes{9 * 60}, minutes{10 * 60}}};
    test_site site(settings);
    CHECK(forecast_of(site, "A").opens_at == today_at(9, 0));
    CHECK_FALSE(forecast_of(site, "B").opens_at);
    CHECK(forecast_of(site, "B").state == forecast_state::closed);
}

TEST_CASE("a counter that was there in that half of the last day is there again")
{
    test_site site(with_hours());
    site.now = today_at(9, 0);
    site.must(open_counter{"3", {}});
    site.now = today_at(10, 0);
    site.must(close_counter{"3"});
    site.now = today_at(7 + 24, 0);
    site.must(turn_day{});
    CHECK(forecast_of(site, "B").opens_at == today_at(7 + 24, 30)); // counter 4
    CHECK(forecast_of(site, "D").opens_at == today_at(7 + 24, 30)); // counters 1 and 2
    auto only_three = with_hours();
    only_three.counters.resize(3);
    only_three.services.erase(only_three.services.begin() + 2);
    site.must(configure_site{only_three});
    CHECK(forecast_of(site, "B").opens_at == today_at(9 + 24, 0));
}

TEST_CASE("people who would not be called today are told so")
{
    test_site site(with_hours());
    site.now = today_at(16, 0);
    site.must(open_counter{"3", std::vector<service_code>{"B"}});
    CHECK(forecast_of(site, "B").expected == seconds{0});
    for (int i = 0; i < 3; ++i) {
        site.take("B");
    }
    const auto some = forecast_of(site, "B");
    CHECK(some.state == forecast_state::open);
    CHECK(has_minutes(some));
    for (int i = 0; i < 20; ++i) {
        site.take("B");
    }
    const auto late = forecast_of(site, "B");
    CHECK(late.state == forecast_state::too_late);
    CHECK_FALSE(has_minutes(late));
}

TEST_CASE("everybody who asks within the same second gets the same figures")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"4", {}});
    site.now += std::chrono::milliseconds{100};
    for (const auto* service : {"A", "D", "A", "B", "C", "A"}) {
        site.take(service);
        site.now += std::chrono::milliseconds{100};
    }
    site.take("D", priority_class::elderly);
    site.call("1");
    const auto shared = forecast_all(site);
    site.now += std::chrono::milliseconds{150};
    for (const auto& [service, found] : shared.services) {
        CHECK(forecast_of(site, service) == found);
    }
    CHECK(shared.tickets.size() == 6);
    for (const auto& [ticket, found] : shared.tickets) {
        CHECK(forecast_of(site, ticket) == found);
    }
}

TEST_CASE("the forecast follows the calling rule over the open counters")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 3; ++i) {
        site.take("A");
    }
    const auto alone = *forecast_of(site, "A").expected;
    CHECK(alone > minutes{25});
    CHECK(alone < minutes{55});
    const auto first = *forecast_of(site, newcomer{"A", site.now}.service).from;
    CHECK(first <= alone);
    site.must(open_counter{"2", {}});
    CHECK(*forecast_of(site, "A").expected < alone * 2 / 3);
}

TEST_CASE("a range holds the expected wait")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 10; ++i) {
        site.take(i % 2 == 0 ? "A" : "D");
        const auto found = forecast_of(site, "A");
        CHECK(found.from <= found.expected);
        CHECK(found.expected <= found.to);
    }
}

TEST_CASE("what is reserved for another counter delays nobody else")
{
    test_site site;
    site.must(open_counter{"1", std::vector<service_code>{"A"}});
    site.must(open_counter{"2", std::vector<service_code>{"A"}});
    for (int i = 0; i < 6; ++i) {
        reserve(site, site.take("A"), "2");
    }
    CHECK(forecast_of(site, "A").expected == seconds{0});
}

TEST_CASE("a reserved ticket has the state of its counter")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"2", {}});
    const auto ticket = site.take("A");
    reserve(site, ticket, "2");
    CHECK(forecast_of(site, ticket).state == forecast_state::open);
    site.must(pause_counter{"2", {}});
    CHECK(forecast_of(site, ticket).state == forecast_state::paused);
    CHECK(forecast_of(site, "A").state == forecast_state::open);
}

TEST_CASE("someone with priority waits less, and people who are here go before them only when due before")
{
    test_site site;
    site.must(open_counter{"1", {}});
    for (int i = 0; i < 8; ++i) {
        site.take("A");
    }
    const forecast_moment now{site.now, zone_of_vietnam()};
    const auto elderly = forecast_of(site.state, newcomer{"A", site.now - minutes{30}}, now);
    CHECK(*elderly.expected <= minutes{5}); // The officer may be away.
    CHECK(*forecast_of(site, "A").expected > minutes{60});
}

TEST_CASE("people who booked and have not come yet count by their chance to come")
{
    test_site site;
    site.must(open_counter{"3", {}});
    site.take("B");
    const auto alone = *forecast_of(site, "B").expected;
    const std::vector<expected_booking> booked{{"B", site.now + minutes{5}}, {"B", site.now + minutes{5}}};
    const auto found =
        forecast_of(site.state, newcomer{"B", site.now}, {site.now, zone_of_vietnam(), booked});
    CHECK(*found.expected > alone + minutes{5});
    const std::vector<expected_booking> far{{"B", site.now + std::chrono::hours{3}}};
    CHECK(forecast_of(site.state, newcomer{"B", site.now}, {site.now, zone_of_vietnam(), far}).expected ==
          alone);
}

TEST_CASE("whether somebody comes says nothing of how long they take")
{
    const std::vector<future_counter> counters{{.lists = {0}, .spans = {{.from = 0, .to = never}}}};
    constexpr int people = 1000;
    run_time sum = 0;
    for (std::uint64_t number = 0; number < people; ++number) {
        const std::vector<waiter> line{{.due = monday_morning - minutes{20},
                                        .is = waiter::kind::to_come,
                                        .arrives = monday_morning,
                                        .chance = certain / 2,
                                        .key = draw_key(draw_kind::booking, number),
                                        .turn = minutes{10}},
                                       {.due = monday_morning, .is = waiter::kind::newcomer}};
        const auto times = run_forward(counters, line, 1, monday_morning, 1)[1];
        sum += std::accumulate(times.begin(), times.end(), run_time{0});
    }
    const auto mean = std::chrono::round<seconds>(milliseconds{sum / people / forecast_runs});
    CHECK(mean > minutes{5} - seconds{15});
    CHECK(mean < minutes{5} + seconds{15});
}

TEST_CASE("people behind those who are followed wait longer in proportion")
{
    auto settings = demo_like_settings();
    settings.services[1].minutes = minutes{1};
    test_site site(settings);
    site.must(open_counter{"3", {}});
    site.must(open_counter{"4", {}});
    for (std::size_t i = 0; i < forecast_tickets_max; ++i) {
        site.take("B");
    }
    const auto at_the_end = *forecast_of(site, "B").expected;
    ticket_id last{};
    for (std::size_t i = 0; i < forecast_tickets_max; ++i) {
        last = site.take("B");
    }
    const auto behind = *forecast_of(site, "B").expected;
    CHECK(behind > at_the_end * 19 / 10);
    CHECK(behind < at_the_end * 21 / 10);
    CHECK(*forecast_of(site, last).expected < behind);
    CHECK(*forecast_of(site, last).expected > behind * 98 / 100);
}
