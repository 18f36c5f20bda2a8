// What the holder of a ticket may do with it, and what they say of the visit afterwards.

#include "test_site.hpp"

using namespace motcua::domain;

namespace {

/// A ticket that was served until now.
ticket_id served(test_site& site)
{
    site.must(open_counter{"1", {}});
    site.take("A");
    const auto ticket = site.call("1");
    site.serve(*ticket);
    return *ticket;
}

rate_visit rating_of(const test_site& site, ticket_id visit, int score)
{
    const auto& one = site.the(visit);
    return {.visit = visit,
            .day = one.day,
            .service = one.service,
            .counter = one.counter,
            .staff = one.staff,
            .served_to = one.served_to,
            .score = score,
            .has_remark = {}};
}

} // namespace

TEST_CASE("who lets others go first waits behind those who came until then")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto first = site.take("A");
    site.now += 1min;
    const auto second = site.take("A");
    site.must(postpone_ticket{.ticket = first, .by = 10min});
    CHECK(site.call("1") == second);
}

TEST_CASE("a ticket is postponed at most three times and for at most 30 minutes")
{
    test_site site;
    const auto ticket = site.take("A");
    CHECK(site.refused(postpone_ticket{.ticket = ticket, .by = 0min}) == refusal_code::out_of_range);
    CHECK(site.refused(postpone_ticket{.ticket = ticket, .by = 31min}) == refusal_code::out_of_range);
    SECTION("too often")
    {
        for (int times = 0; times < 3; ++times) {
            site.must(postpone_ticket{.ticket = ticket, .by = 5min});
        }
        CHECK(site.refused(postpone_ticket{.ticket = ticket, .by = 5min}) == refusal_code::postponed_enough);
    }
    SECTION("too long")
    {
        site.must(postpone_ticket{.ticket = ticket, .by = 20min});
        CHECK(site.refused(postpone_ticket{.ticket = ticket, .by = 11min}) == refusal_code::postponed_enough);
        site.must(postpone_ticket{.ticket = ticket, .by = 10min});
    }
}

TEST_CASE("only a ticket that waits is postponed or changes its service, and only a no-show comes back")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto ticket = site.take("A");
    CHECK(site.refused(return_ticket{ticket}) == refusal_code::wrong_state);
    site.call("1");
    CHECK(site.refused(postpone_ticket{.ticket = ticket, .by = 5min}) == refusal_code::wrong_state);
    CHECK(site.refused(change_service{ticket, "B"}) == refusal_code::wrong_state);
    const auto due = site.the(ticket).due;
    site.must(mark_no_show{ticket});
    site.must(return_ticket{ticket});
    CHECK(site.the(ticket).state == ticket_state::waiting);
    CHECK(site.the(ticket).due == due);
}

TEST_CASE("who changes the service keeps the place, unless the other service takes nobody")
{
    test_site site;
    const auto ticket = site.take("A");
    const auto due = site.the(ticket).due;
    site.now += 5min;
    site.must(suspend_intake{.service = "C", .reason = "", .until = {}});
    CHECK(site.refused(change_service{ticket, "C"}) == refusal_code::suspended);
    CHECK(site.refused(change_service{ticket, "X"}) == refusal_code::unknown_service);
    site.must(change_service{ticket, "B"});
    CHECK(site.the(ticket).service == "B");
    CHECK(site.the(ticket).due == due);
    CHECK(site.must(change_service{ticket, "B"}).empty());
}

TEST_CASE("a visit is rated once, and changed within an hour")
{
    test_site site;
    const auto visit = served(site);
    CHECK(site.refused(rating_of(site, visit, 0)) == refusal_code::out_of_range);
    CHECK(site.refused(rating_of(site, visit, 6)) == refusal_code::out_of_range);
    site.must(rating_of(site, visit, 2));
    site.now += 1h;
    site.must(rating_of(site, visit, 4));
    CHECK(site.state.ratings().find(visit)->score == 4);
    site.now += 1s;
    CHECK(site.refused(rating_of(site, visit, 5)) == refusal_code::already_rated);
}

TEST_CASE("only a visit that was served is rated, for seven days")
{
    test_site site;
    const auto waiting = site.take("A");
    CHECK(site.refused(rating_of(site, waiting, 5)) == refusal_code::not_served);
    site.must(cancel_ticket{waiting});
    const auto visit = served(site);
    const auto wish = rating_of(site, visit, 5);
    site.now += std::chrono::days{7} + 1s;
    site.must(turn_day{});
    CHECK(site.refused(wish) == refusal_code::too_late);
}
