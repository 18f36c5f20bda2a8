#include "hall.hpp"

using namespace motcua::domain;

TEST_CASE("the earliest due time is called first, ties by issue order")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto first = hall.take("A");
    const auto second = hall.take("A");
    hall.now += minutes{1};
    const auto third = hall.take("D");
    CHECK(hall.call("1") == first);
    hall.serve(first);
    CHECK(hall.call("1") == second);
    hall.serve(second);
    CHECK(hall.call("1") == third);
}

TEST_CASE("a priority overtakes only those who came less than its head start before it")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto early = hall.take("A");
    hall.now += minutes{11};
    const auto late = hall.take("A");
    hall.now += minutes{19};
    const auto elderly =
        hall.take("A", priority_class::elderly); // due 30 minutes before: the same moment as `early`
    CHECK(hall.the(elderly).ahead == 1);
    CHECK(hall.call("1") == early);
    hall.serve(early);
    CHECK(hall.call("1") == elderly);
    hall.serve(elderly);
    CHECK(hall.call("1") == late);
}

TEST_CASE("nobody waiting for the counter's services is no ticket and no event")
{
    hall hall;
    hall.must(open_counter{"3", {}});
    hall.take("A");
    CHECK(hall.call("3") == std::nullopt);
}

TEST_CASE("a counter calls nobody while it has a ticket called or in service")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto ticket = hall.take("A");
    hall.take("A");
    hall.call("1");
    CHECK(hall.refused(call_next{"1"}) == refusal_code::busy);
    hall.must(start_ticket{ticket});
    CHECK(hall.refused(call_next{"1"}) == refusal_code::busy);
    hall.must(hold_ticket{ticket, {}});
    CHECK(hall.call("1").has_value());
}

TEST_CASE("a closed or paused counter calls nobody")
{
    hall hall;
    hall.take("A");
    CHECK(hall.refused(call_next{"1"}) == refusal_code::counter_closed);
    hall.must(open_counter{"1", {}});
    hall.must(pause_counter{"1", "lunch"});
    CHECK(hall.refused(call_next{"1"}) == refusal_code::counter_closed);
    hall.must(open_counter{"1", {}});
    CHECK(hall.call("1").has_value());
}

TEST_CASE("a ticket transferred to a counter is that counter's alone")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    hall.must(open_counter{"2", {}});
    hall.must(open_counter{"3", {}});
    const auto ticket = hall.take("A");
    hall.must(transfer_ticket{.ticket = ticket, .service = {}, .counter = "3", .keep_place = true});
    CHECK(hall.call("1") == std::nullopt);
    CHECK(hall.refused(call_ticket{"2", ticket}) == refusal_code::not_your_ticket);
    CHECK(hall.call("3") == ticket);
}

TEST_CASE("a transferred ticket keeps its place or starts anew")
{
    hall hall;
    hall.must(open_counter{"3", {}});
    const auto kept = hall.take("A");
    const auto anew = hall.take("A");
    hall.now += minutes{5};
    const auto other = hall.take("B");
    hall.now += minutes{5};
    hall.must(transfer_ticket{.ticket = kept, .service = "B", .counter = {}, .keep_place = true});
    hall.must(transfer_ticket{.ticket = anew, .service = "B", .counter = {}, .keep_place = false});
    CHECK(hall.call("3") == kept);
    hall.serve(kept);
    CHECK(hall.call("3") == other);
    hall.serve(other);
    CHECK(hall.call("3") == anew);
    CHECK(hall.number(anew) == "A002");
}

TEST_CASE("a call out of order is recorded as such, one of the head is not")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto head = hall.take("A");
    const auto other = hall.take("A");
    hall.must(call_ticket{"1", other});
    CHECK(hall.the(other).history.back().out_of_order);
    hall.must(mark_no_show{other});
    hall.must(call_ticket{"1", head});
    CHECK_FALSE(hall.the(head).history.back().out_of_order);
}

TEST_CASE("a no-show recalled within the grace time has its old place, later the end")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto absent = hall.take("A");
    const auto later = hall.take("A");
    hall.call("1");
    hall.must(mark_no_show{absent});
    SECTION("within")
    {
        hall.now += minutes{10};
        hall.must(recall_ticket{absent});
        CHECK(hall.call("1") == absent);
    }
    SECTION("after")
    {
        hall.now += minutes{10} + std::chrono::microseconds{1};
        hall.must(recall_ticket{absent});
        CHECK(hall.call("1") == later);
    }
}

TEST_CASE("a held ticket frees the counter and comes back into service there")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto ticket = hall.take("A");
    hall.call("1");
    hall.must(start_ticket{ticket});
    hall.now += seconds{100};
    hall.must(hold_ticket{ticket, "copies"});
    CHECK_FALSE(hall.state.find_counter("1")->current);
    hall.now += seconds{1000};
    hall.must(resume_ticket{ticket});
    hall.now += seconds{50};
    hall.must(finish_ticket{ticket, visit_outcome::served});
    CHECK(hall.the(ticket).held == seconds{1000});
}

TEST_CASE("time on hold is counted in the seconds that are shown")
{
    using std::chrono::milliseconds;
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto ticket = hall.take("A");
    hall.call("1");
    hall.now += milliseconds{990};
    hall.must(start_ticket{ticket});
    hall.must(hold_ticket{ticket, {}});
    // From :00.990 to :10.010: the history shows ten seconds, and the visit as many from its start to its
    // end.
    hall.now += milliseconds{9020};
    hall.must(resume_ticket{ticket});
    hall.must(finish_ticket{ticket, visit_outcome::left});
    CHECK(hall.the(ticket).held == seconds{10});
}

TEST_CASE("a counter's ticket is not another counter's to act on")
{
    hall hall;
    hall.must(open_counter{"1", {}});
    const auto ticket = hall.take("A");
    hall.call("1");
    CHECK(hall.refused(start_ticket{ticket}, "2") == refusal_code::not_your_ticket);
    CHECK(hall.refused(finish_ticket{ticket, visit_outcome::served}, "2") == refusal_code::wrong_state);
}

TEST_CASE("a counter opens only with services that it is set up for")
{
    hall hall;
    CHECK(hall.refused(open_counter{"1", std::vector<service_code>{"B"}}) ==
          refusal_code::service_not_at_counter);
    CHECK(hall.refused(open_counter{"1", std::vector<service_code>{"Z"}}) == refusal_code::unknown_service);
    CHECK(hall.refused(open_counter{"1", std::vector<service_code>{}}) == refusal_code::no_services);
    CHECK(hall.refused(open_counter{"1", std::vector<service_code>{"A", "D", "A"}}) ==
          refusal_code::repeated_service);
    CHECK(hall.refused(open_counter{"9", {}}) == refusal_code::unknown_counter);
}
