#include "test_site.hpp"

#include "server/domain/invariants.hpp"

using namespace motcua::domain;

TEST_CASE("the earliest due time is called first, ties by issue order")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto first = site.take("A");
    const auto second = site.take("A");
    site.now += minutes{1};
    const auto third = site.take("D");
    CHECK(site.call("1") == first);
    site.serve(first);
    CHECK(site.call("1") == second);
    site.serve(second);
    CHECK(site.call("1") == third);
}

TEST_CASE("a priority overtakes only those who came less than its head start before it")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto early = site.take("A");
    site.now += minutes{11};
    const auto late = site.take("A");
    site.now += minutes{19};
    const auto elderly =
        site.take("A", priority_class::elderly); // due 30 minutes before: the same moment as `early`
    CHECK(site.the(elderly).ahead == 1);
    CHECK(site.call("1") == early);
    site.serve(early);
    CHECK(site.call("1") == elderly);
    site.serve(elderly);
    CHECK(site.call("1") == late);
}

TEST_CASE("nobody waiting for the counter's services gives no ticket and no event")
{
    test_site site;
    site.must(open_counter{"3", {}});
    site.take("A");
    CHECK(site.call("3") == std::nullopt);
}

TEST_CASE("a counter calls nobody while it has a ticket called or in service")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto ticket = site.take("A");
    site.take("A");
    site.call("1");
    CHECK(site.refused(call_next{"1"}) == refusal_code::busy);
    site.must(start_ticket{ticket});
    CHECK(site.refused(call_next{"1"}) == refusal_code::busy);
    site.must(hold_ticket{ticket, {}});
    CHECK(site.call("1").has_value());
}

TEST_CASE("a closed or paused counter calls nobody")
{
    test_site site;
    site.take("A");
    CHECK(site.refused(call_next{"1"}) == refusal_code::counter_closed);
    site.must(open_counter{"1", {}});
    site.must(pause_counter{"1", "lunch"});
    CHECK(site.refused(call_next{"1"}) == refusal_code::counter_closed);
    site.must(open_counter{"1", {}});
    CHECK(site.call("1").has_value());
}

TEST_CASE("a ticket transferred to a counter is that counter's alone")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"2", {}});
    site.must(open_counter{"3", {}});
    const auto ticket = site.take("A");
    site.must(transfer_ticket{.ticket = ticket, .service = {}, .counter = "3", .keep_place = true});
    CHECK(site.call("1") == std::nullopt);
    CHECK(site.refused(call_ticket{"2", ticket}) == refusal_code::not_your_ticket);
    CHECK(site.call("3") == ticket);
}

TEST_CASE("a released ticket is everybody's again, with its place")
{
    test_site site;
    site.must(open_counter{"1", {}});
    site.must(open_counter{"3", {}});
    const auto reserved = site.take("A");
    site.now += minutes{5};
    site.take("A");
    CHECK(site.refused(release_ticket{reserved}) == refusal_code::wrong_state);
    site.must(transfer_ticket{.ticket = reserved, .service = {}, .counter = "3", .keep_place = true});
    site.must(release_ticket{reserved});
    CHECK(site.call("1") == reserved);

    site.must(hold_ticket{reserved, {}});
    CHECK(site.refused(release_ticket{reserved}, "2") == refusal_code::wrong_state);
    site.must(pause_counter{"1", {}});
    site.must(release_ticket{reserved}, "2");
    CHECK(site.refused(release_ticket{reserved}) == refusal_code::wrong_state);
    site.must(open_counter{"2", {}});
    CHECK(site.call("2") == reserved);
    CHECK(broken_invariants(site.state).empty());
}

TEST_CASE("a transferred ticket keeps its place or goes to the end")
{
    test_site site;
    site.must(open_counter{"3", {}});
    const auto kept = site.take("A");
    const auto last = site.take("A");
    site.now += minutes{5};
    const auto other = site.take("B");
    site.now += minutes{5};
    site.must(transfer_ticket{.ticket = kept, .service = "B", .counter = {}, .keep_place = true});
    site.must(transfer_ticket{.ticket = last, .service = "B", .counter = {}, .keep_place = false});
    CHECK(site.call("3") == kept);
    site.serve(kept);
    CHECK(site.call("3") == other);
    site.serve(other);
    CHECK(site.call("3") == last);
    CHECK(site.number(last) == "A002");
}

TEST_CASE("a call out of order is recorded as such, one of the head is not")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto head = site.take("A");
    const auto other = site.take("A");
    site.must(call_ticket{"1", other});
    CHECK(site.the(other).history.back().out_of_order);
    site.must(mark_no_show{other});
    site.must(call_ticket{"1", head});
    CHECK_FALSE(site.the(head).history.back().out_of_order);
}

TEST_CASE("a no-show recalled within the grace time has its old place, later the end")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto missed = site.take("A");
    const auto later = site.take("A");
    site.call("1");
    site.must(mark_no_show{missed});
    SECTION("within")
    {
        site.now += minutes{10};
        site.must(recall_ticket{missed});
        CHECK(site.call("1") == missed);
    }
    SECTION("after")
    {
        site.now += minutes{10} + std::chrono::microseconds{1};
        site.must(recall_ticket{missed});
        CHECK(site.call("1") == later);
    }
}

TEST_CASE("a held ticket frees the counter and comes back into service there")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto ticket = site.take("A");
    site.call("1");
    site.must(start_ticket{ticket});
    site.now += seconds{100};
    site.must(hold_ticket{ticket, "copies"});
    CHECK_FALSE(site.state.find_counter("1")->current);
    site.now += seconds{1000};
    site.must(resume_ticket{ticket});
    site.now += seconds{50};
    site.must(finish_ticket{ticket, visit_outcome::served});
    CHECK(site.the(ticket).in_service == seconds{150});
}

TEST_CASE("a pause and a hold say until when they are meant, and forget it when they end")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto ticket = site.take("A");
    site.call("1");
    const auto later = site.now + minutes{15};
    CHECK(site.refused(hold_ticket{ticket, "copies", site.now}) == refusal_code::out_of_range);
    CHECK(site.refused(pause_counter{"1", "lunch", site.now}) == refusal_code::out_of_range);
    site.must(hold_ticket{ticket, "copies", later});
    CHECK(site.the(ticket).held_until == later);
    site.must(pause_counter{"1", "lunch", later});
    CHECK(site.state.find_counter("1")->paused_until == later);
    // The moment passes, and nothing happens by itself.
    site.now = later + minutes{1};
    CHECK(site.state.find_counter("1")->state == counter_state::paused);
    site.must(open_counter{"1", {}});
    CHECK_FALSE(site.state.find_counter("1")->paused_until);
    site.must(resume_ticket{ticket});
    CHECK_FALSE(site.the(ticket).held_until);
}

TEST_CASE("time on hold is counted in the seconds that are shown")
{
    using std::chrono::milliseconds;
    test_site site;
    site.must(open_counter{"1", {}});
    const auto ticket = site.take("A");
    site.call("1");
    site.now += milliseconds{990};
    site.must(start_ticket{ticket});
    site.must(hold_ticket{ticket, {}});
    // From :00.990 to :10.010: the history shows ten seconds on hold, and the visit as many from its start
    // to its end.
    site.now += milliseconds{9020};
    site.must(resume_ticket{ticket});
    site.must(finish_ticket{ticket, visit_outcome::left});
    CHECK(site.the(ticket).in_service == seconds{0});
    CHECK(site.the(ticket).stretches == 5);
}

TEST_CASE("a counter's ticket is not another counter's to act on")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto ticket = site.take("A");
    site.call("1");
    CHECK(site.refused(start_ticket{ticket}, "2") == refusal_code::not_your_ticket);
    CHECK(site.refused(finish_ticket{ticket, visit_outcome::served}, "2") == refusal_code::not_your_ticket);
}

TEST_CASE("a counter opens only with services that it is set up for")
{
    test_site site;
    CHECK(site.refused(open_counter{"1", std::vector<service_code>{"B"}}) ==
          refusal_code::service_not_at_counter);
    CHECK(site.refused(open_counter{"1", std::vector<service_code>{"Z"}}) == refusal_code::unknown_service);
    CHECK(site.refused(open_counter{"1", std::vector<service_code>{}}) == refusal_code::no_services);
    CHECK(site.refused(open_counter{"1", std::vector<service_code>{"A", "D", "A"}}) ==
          refusal_code::repeated_service);
    CHECK(site.refused(open_counter{"9", {}}) == refusal_code::unknown_counter);
}
