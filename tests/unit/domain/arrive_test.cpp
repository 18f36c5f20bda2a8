// The place and the promise of a ticket that joins the queue.

#include "server/domain/tickets/arrive.hpp"

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

void check_same(const ticket& issued, const arrival& joined)
{
    CHECK(issued.issued_at == joined.ready);
    CHECK(issued.due == joined.due);
    CHECK(issued.ahead == joined.ahead);
    CHECK(issued.expected_wait == joined.expected_wait);
}

} // namespace

TEST_CASE("a ticket that is issued gets its ready time, due time, place and promise from arrive()")
{
    auto site = site_with_a_queue();
    for (const auto priority : {priority_class::none, priority_class::infant, priority_class::elderly}) {
        const auto joined = arrive(site.state, "A", priority, site.now, site.now);
        check_same(site.the(site.take("A", priority)), joined);
    }
}

TEST_CASE("a ticket printed offline gets the same from its own ready time")
{
    auto site = site_with_a_queue();
    const auto printed = site.now - minutes{12};
    const auto joined = arrive(site.state, "A", priority_class::none, printed, site.now);
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
    CHECK(arrive(site.state, "A", priority_class::none, site.now, site.now).due == site.now);
    CHECK(arrive(site.state, "A", priority_class::infant, site.now, site.now).due ==
          site.now - starts.infant_minutes);
    // A ready time to come, as that of an appointment that is early.
    const auto later = site.now + minutes{40};
    const auto early = arrive(site.state, "A", priority_class::elderly, later, site.now);
    CHECK(early.ready == later);
    CHECK(early.due == later - starts.elderly_minutes);
    CHECK(early.ahead == 2);
}

TEST_CASE("those who are due at the same moment are ahead, those of other services are not")
{
    const auto site = site_with_a_queue();
    const auto first = site.the(ticket_id{1}).issued_at;
    CHECK(arrive(site.state, "A", priority_class::none, first, site.now).ahead == 1);
    CHECK(arrive(site.state, "A", priority_class::none, first - seconds{1}, site.now).ahead == 0);
    CHECK(arrive(site.state, "D", priority_class::none, site.now, site.now).ahead == 1);
    CHECK(arrive(site.state, "B", priority_class::none, site.now, site.now).ahead == 0);
}

TEST_CASE("the promise is the work that is called before, at the counters that are shared")
{
    const auto site = site_with_a_queue();
    CHECK(arrive(site.state, "A", priority_class::none, site.now, site.now).expected_wait == seconds{1800});
    const auto first = site.the(ticket_id{1}).issued_at - seconds{1};
    CHECK(arrive(site.state, "A", priority_class::none, first, site.now).expected_wait == seconds{0});
}
