// The place and the promise of a ticket that joins the queue.

#include "server/domain/tickets/arrive.hpp"

#include "server/domain/forecast/forecast_memory.hpp"
#include "server/domain/forecast/limits.hpp"
#include "server/domain/tickets/ahead.hpp"
#include "test_site.hpp"

using namespace motcua::domain;

namespace {

/// Three waiting tickets and an open counter.
test_site site_with_a_queue()
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(lease_block{"hall", "A", {}, 5});
    site.take("A");
    site.now += minutes{5};
    site.take("A");
    site.now += minutes{5};
    site.take("D");
    site.now += minutes{5};
    return site;
}

arrival arrive(const test_site& site, const service_code& service, priority_class priority, instant ready)
{
    return motcua::domain::arrive(site.state,
                                  {.service = service,
                                   .ready = ready,
                                   .head_start = head_start_of(site.state.settings().head_start, priority)},
                                  {.now = site.now, .actor = "test", .counter = {}, .staff = {}});
}

void check_same(const ticket& issued, const arrival& joined)
{
    CHECK(issued.issued_at == joined.ready);
    CHECK(issued.due == joined.due);
    CHECK(issued.ahead == joined.ahead);
    CHECK(issued.promise == joined.promise);
}

} // namespace

TEST_CASE("a ticket that is issued gets its ready time, due time, place and promise from arrive()")
{
    auto site = site_with_a_queue();
    for (const auto priority : {priority_class::none, priority_class::infant, priority_class::elderly}) {
        const auto joined = arrive(site, "A", priority, site.now);
        check_same(site.the(site.take("A", priority)), joined);
    }
}

TEST_CASE("a ticket printed offline gets the same from its own ready time")
{
    auto site = site_with_a_queue();
    const auto printed = site.now - minutes{12};
    const auto joined = arrive(site, "A", priority_class::none, printed);
    CHECK(joined.ahead == 1);
    site.must(issue_offline_ticket{.kiosk = "hall",
                                   .block = block_id{1},
                                   .number = 701,
                                   .issued_at = printed,
                                   .last_contact = printed,
                                   .track = site.next_track()});
    check_same(site.the(ticket_id{site.state.last_ticket()}), joined);
}

TEST_CASE("due is ready less the head start of the priority class")
{
    auto site = site_with_a_queue();
    const auto& starts = site.state.settings().head_start;
    CHECK(arrive(site, "A", priority_class::none, site.now).due == site.now);
    CHECK(arrive(site, "A", priority_class::infant, site.now).due == site.now - starts.infant_minutes);
    // A ready time to come, as that of an appointment that is early.
    const auto later = site.now + minutes{40};
    const auto early = arrive(site, "A", priority_class::elderly, later);
    CHECK(early.ready == later);
    CHECK(early.due == later - starts.elderly_minutes);
    CHECK(early.ahead == 3);
}

TEST_CASE("those who are due at the same moment are ahead, and those of services that share an open counter")
{
    const auto site = site_with_a_queue();
    const auto first = site.the(ticket_id{1}).issued_at;
    CHECK(arrive(site, "A", priority_class::none, first).ahead == 1);
    CHECK(arrive(site, "A", priority_class::none, first - seconds{1}).ahead == 0);
    CHECK(arrive(site, "A", priority_class::none, site.now).ahead == 3);
    CHECK(arrive(site, "D", priority_class::none, site.now).ahead == 3);
}

TEST_CASE("where no open counter serves a service, those who share one that is set up for it are ahead")
{
    const auto site = site_with_a_queue();
    CHECK(arrive(site, "B", priority_class::none, site.now).ahead == 3); // counters 3 and 4: D and A
}

TEST_CASE("what is reserved for a counter that does not serve it is not ahead")
{
    auto site = site_with_a_queue();
    site.must(open_counter{"2", std::vector<service_code>{"A"}});
    site.must(open_counter{"4", std::vector<service_code>{"B"}});
    site.must(transfer_ticket{.ticket = ticket_id{1}, .service = {}, .counter = "4", .keep_place = true});
    CHECK(arrive(site, "A", priority_class::none, site.now).ahead == 2);
    CHECK(arrive(site, "B", priority_class::none, site.now).ahead == 1);
    CHECK(ahead_of(site.state, site.the(ticket_id{2})) == 0);
    CHECK(ahead_of(site.state, site.the(ticket_id{3})) == 1);
}

TEST_CASE("the promise is the forecast for a newcomer with that due time, counted from the ready time")
{
    const auto site = site_with_a_queue();
    const auto found = forecast_of(site.state, newcomer{"A", site.now}, {site.now, zone_of_vietnam()});
    CHECK(arrive(site, "A", priority_class::none, site.now).promise == found);
    const auto printed = site.now - minutes{12};
    const auto from_then = forecast_of(site.state, newcomer{"A", printed}, {site.now, zone_of_vietnam()});
    CHECK(arrive(site, "A", priority_class::none, printed).promise.expected ==
          *from_then.expected + minutes{12});
}

TEST_CASE("in a flood a promise serves the next tickets too, and grows with each")
{
    auto settings = demo_like_settings();
    settings.services[0].minutes = minutes{1};
    test_site site(settings);
    site.must(open_counter{"1", {}});
    site.must(open_counter{"2", {}});
    forecast_memory memory;
    std::optional<seconds> last;
    for (int i = 0; i < 3 * fresh_promises_per_second; ++i) {
        const auto promise =
            memory.promise(site.state, newcomer{"A", site.now}, {site.now, zone_of_vietnam()});
        REQUIRE(promise.state == forecast_state::open);
        REQUIRE(promise.expected >= last);
        last = promise.expected;
        site.take("A");
        site.now += std::chrono::milliseconds{1};
    }
    const auto fresh =
        *forecast_of(site.state, newcomer{"A", site.now}, {site.now, zone_of_vietnam()}).expected;
    CHECK(*last > fresh * 8 / 10);
    CHECK(*last < fresh * 12 / 10);
}

TEST_CASE("in a flood a promise grows by the tickets of each service that keep all its counters busy")
{
    auto settings = demo_like_settings();
    settings.services[0].minutes = settings.services[3].minutes = minutes{1};
    test_site site(settings);
    // Counters 1 and 2 serve A and D; counter 4 would call A past those who wait for D.
    site.must(open_counter{"1", {}});
    site.must(open_counter{"2", {}});
    const bool has_another = GENERATE(false, true);
    if (has_another) {
        site.must(open_counter{"4", std::vector<service_code>{"A"}});
    }
    forecast_memory memory;
    const auto promise_of = [&](const service_code& service) {
        return memory.promise(site.state, newcomer{service, site.now}, {site.now, zone_of_vietnam()});
    };
    for (int i = 0; i < fresh_promises_per_second; ++i) {
        promise_of("A");
    }
    const auto first = *promise_of("A").expected;
    for (int i = 0; i < 40; ++i) {
        site.take("D");
    }
    const auto kept = *promise_of("A").expected;
    if (has_another) {
        CHECK(kept == first);
        return;
    }
    const auto fresh =
        *forecast_of(site.state, newcomer{"A", site.now}, {site.now, zone_of_vietnam()}).expected;
    CHECK(kept > fresh * 8 / 10);
    CHECK(kept < fresh * 12 / 10);
}

TEST_CASE("boards and phones share an evaluation, and see each change after a quiet time")
{
    test_site site;
    forecast_memory memory;
    const auto state_of = [&] {
        return memory.shared(site.state, {site.now, zone_of_vietnam()}).services.at("A").state;
    };
    CHECK(state_of() == forecast_state::closed);
    site.must(open_counter{"1", {}});
    CHECK(state_of() == forecast_state::open);
    for (int i = 0; i < shared_forecasts_at_once; ++i) {
        site.must(pause_counter{"1", {}});
        state_of();
        site.must(open_counter{"1", {}});
        state_of();
    }
    const auto last = state_of();
    site.must(close_counter{"1"});
    CHECK(state_of() == last);
    site.now += seconds{1};
    CHECK(state_of() == forecast_state::closed);
}
