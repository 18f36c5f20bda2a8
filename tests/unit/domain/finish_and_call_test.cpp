#include "test_site.hpp"

using namespace motcua::domain;
using namespace std::chrono_literals;

namespace {

/// Counter 1 is open, and `waiting` tickets wait for it.
struct open_counter_1
{
    explicit open_counter_1(int waiting)
    {
        site.must(open_counter{"1", {}});
        for (int n = 0; n < waiting; ++n) {
            tickets.push_back(site.take("A"));
        }
    }

    std::vector<event_body> finish_and_call(visit_outcome outcome = visit_outcome::served)
    {
        return site.must(call_next{"1", outcome}, "1");
    }

    test_site site;
    std::vector<ticket_id> tickets;
};

} // namespace

TEST_CASE("one command ends the visit at the counter and calls the next")
{
    open_counter_1 place(2);
    auto& site = place.site;
    site.call("1");
    site.must(start_ticket{place.tickets[0]});
    CHECK(place.finish_and_call(visit_outcome::left).size() == 2);
    CHECK(site.the(place.tickets[0]).outcome == visit_outcome::left);
    CHECK(site.state.find_counter("1")->current == place.tickets[1]);
    CHECK(place.finish_and_call().size() == 1);
    CHECK(site.the(place.tickets[1]).state == ticket_state::served);
    CHECK_FALSE(site.state.find_counter("1")->current);
    CHECK(place.finish_and_call().empty());
}

TEST_CASE("without a wish to finish, a counter with somebody before it is busy")
{
    open_counter_1 place(2);
    place.site.call("1");
    CHECK(place.site.refused(call_next{"1"}, "1") == refusal_code::busy);
    CHECK(place.site.refused(call_next{"1", visit_outcome::no_show}, "1") == refusal_code::not_an_outcome);
    CHECK(place.site.refused(call_next{"1", visit_outcome::served}, "2") == refusal_code::not_your_ticket);
}

TEST_CASE("who is finished without a start was served since the call")
{
    open_counter_1 place(1);
    auto& site = place.site;
    site.now += 10min;
    site.call("1");
    const auto called = site.now;
    site.now += 30s;
    site.must(recall_ticket{place.tickets[0]});
    site.now += 4min;
    site.must(finish_ticket{place.tickets[0], visit_outcome::served});
    const auto& served = site.the(place.tickets[0]);
    CHECK(served.served_from == called);
    CHECK(served.waited_until == called);
    CHECK(served.served_to == site.now);
}

TEST_CASE("a kiosk gives back only its own number, while it waits, and soon")
{
    test_site site;
    const auto ticket = site.take("A");
    const cancel_ticket give_back{.ticket = ticket, .own_only = true};
    auto stranger = site.state.find(ticket)->history.front();
    CHECK(stranger.actor == "test");
    const context other{.now = site.now, .actor = "kiosk:kiosk-2"};
    CHECK(decide(site.state, give_back, other).error().code == refusal_code::not_your_ticket);
    site.now += 2min + 1s;
    CHECK(site.refused(give_back) == refusal_code::not_your_ticket);
    const cancel_ticket unseen{.ticket = ticket, .reason = "not_shown", .own_only = true};
    site.must(open_counter{"1", {}});
    site.call("1");
    CHECK(site.refused(unseen) == refusal_code::wrong_state);
    site.must(transfer_ticket{.ticket = ticket, .service = "B", .counter = {}, .keep_place = true});
    site.must(unseen);
    CHECK(site.the(ticket).state == ticket_state::cancelled);
    CHECK(site.the(ticket).history.back().reason == "not_shown");
}
