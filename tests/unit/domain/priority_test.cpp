#include "test_site.hpp"

using namespace motcua::domain;
using namespace std::chrono_literals;

TEST_CASE("a waiting ticket's place follows the class that an officer sets")
{
    test_site site;
    const auto first = site.take("A");
    site.now += 1min;
    const auto later = site.take("A", priority_class::elderly);
    site.must(open_counter{"1", {}});
    CHECK_FALSE(site.the(later).priority_confirmed);
    site.must(set_priority{later, priority_class::none, false});
    CHECK(site.the(later).priority == priority_class::none);
    CHECK(site.the(later).priority_confirmed == false);
    CHECK(site.the(later).due == site.the(later).issued_at);
    site.must(set_priority{later, priority_class::pregnant, true});
    CHECK(site.the(later).due == site.the(later).issued_at - 20min);
    CHECK(site.call("1") == later);
    CHECK(site.the(first).state == ticket_state::waiting);
}

TEST_CASE("to confirm the class that a ticket has leaves its place, whatever head starts are now")
{
    test_site site;
    const auto ticket = site.take("A", priority_class::elderly);
    auto settings = site.state.settings();
    settings.head_start.elderly_minutes = minutes{5};
    site.must(configure_site{settings});
    const auto due = site.the(ticket).due;
    site.must(set_priority{ticket, priority_class::elderly, true});
    CHECK(site.the(ticket).due == due);
    CHECK(site.the(ticket).priority_confirmed == true);
}

TEST_CASE("a ticket that was sent on has its head start from then on")
{
    test_site site;
    const auto ticket = site.take("A");
    site.now += 30min;
    site.must(transfer_ticket{.ticket = ticket, .service = "B", .counter = {}, .keep_place = false});
    site.now += 1min;
    site.must(set_priority{ticket, priority_class::elderly, true});
    CHECK(site.the(ticket).due == site.now - 31min);
}

TEST_CASE("the class of a ticket at another counter is not an officer's to set")
{
    test_site site;
    site.must(open_counter{"1", {}});
    const auto ticket = site.take("A");
    site.call("1");
    CHECK(site.refused(set_priority{ticket, priority_class::none, true}, "2") ==
          refusal_code::not_your_ticket);
}
