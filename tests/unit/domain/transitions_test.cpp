#include "test_site.hpp"

using namespace motcua::domain;

namespace {

const std::vector<ticket_state> all_states{
    ticket_state::waiting, ticket_state::called,  ticket_state::serving,  ticket_state::held,
    ticket_state::served,  ticket_state::no_show, ticket_state::cancelled};

/// Brings a new ticket of a new site into `wanted` at counter 1.
ticket_id bring(test_site& site, ticket_state wanted)
{
    site.must(open_counter{"1", {}});
    const auto id = site.take("A");
    if (wanted == ticket_state::waiting) {
        return id;
    }
    if (wanted == ticket_state::cancelled) {
        site.must(cancel_ticket{id});
        return id;
    }
    site.call("1");
    if (wanted == ticket_state::no_show) {
        site.must(mark_no_show{id});
    }
    if (wanted == ticket_state::held) {
        site.must(hold_ticket{id, {}});
    }
    if (wanted == ticket_state::serving || wanted == ticket_state::served) {
        site.must(start_ticket{id});
    }
    if (wanted == ticket_state::served) {
        site.must(finish_ticket{id, visit_outcome::left});
    }
    REQUIRE(site.the(id).state == wanted);
    return id;
}

struct transition
{
    std::string name;
    command (*make)(ticket_id);
    std::map<ticket_state, ticket_state> allowed;
};

using enum ticket_state;

const std::vector<transition> table{
    {"call",
     [](ticket_id id) -> command {
         return call_ticket{"1", id};
     },
     {{waiting, called}}},
    {"recall",
     [](ticket_id id) -> command { return recall_ticket{id}; },
     {{called, called}, {no_show, waiting}}},
    {"start", [](ticket_id id) -> command { return start_ticket{id}; }, {{called, serving}}},
    {"finish",
     [](ticket_id id) -> command {
         return finish_ticket{id, visit_outcome::served};
     },
     {{called, served}, {serving, served}}},
    {"no_show", [](ticket_id id) -> command { return mark_no_show{id}; }, {{called, no_show}}},
    {"hold",
     [](ticket_id id) -> command {
         return hold_ticket{id, {}};
     },
     {{called, held}, {serving, held}}},
    {"resume", [](ticket_id id) -> command { return resume_ticket{id}; }, {{held, serving}}},
    // Counter 1 is open and can go on with what it holds: see the tests of release.
    {"release", [](ticket_id id) -> command { return release_ticket{id}; }, {}},
    {"transfer",
     [](ticket_id id) -> command {
         return transfer_ticket{.ticket = id, .service = "B", .counter = {}, .keep_place = false};
     },
     {{waiting, waiting}, {called, waiting}, {serving, waiting}, {held, waiting}}},
    {"cancel",
     [](ticket_id id) -> command { return cancel_ticket{id}; },
     {{waiting, cancelled}, {called, cancelled}, {held, cancelled}}},
    {"priority",
     [](ticket_id id) -> command {
         return set_priority{id, priority_class::elderly, true};
     },
     {{waiting, waiting}, {called, called}, {serving, serving}, {held, held}}},
    {"note",
     [](ticket_id id) -> command {
         return set_note{id, true};
     },
     {{waiting, waiting}, {called, called}, {serving, serving}, {held, held}}},
};

} // namespace

TEST_CASE("every action goes from the states of the table and is refused in every other")
{
    for (const auto& action : table) {
        for (const auto from : all_states) {
            INFO(action.name << " from " << name_of(from));
            test_site site;
            const auto id = bring(site, from);
            const auto before = site.state.seq();
            const auto decided = site.ask(action.make(id));
            const auto to = action.allowed.find(from);
            if (to != action.allowed.end()) {
                REQUIRE(decided.has_value());
                CHECK(site.the(id).state == to->second);
                CHECK(occupies_counter(to->second) == (site.state.find_counter("1")->current == id));
            } else {
                REQUIRE(decided.has_error());
                // A counter that has this very ticket is busy before anything else is asked.
                if (decided.error().code != refusal_code::busy) {
                    CHECK(decided.error().code == refusal_code::wrong_state);
                    CHECK(decided.error().state == name_of(from));
                }
                CHECK(site.state.seq() == before);
            }
        }
    }
}

TEST_CASE("a ticket that the site does not have is unknown to every action")
{
    for (const auto& action : table) {
        test_site site;
        site.must(open_counter{"1", {}});
        CHECK(site.refused(action.make(ticket_id{77})) == refusal_code::unknown_ticket);
    }
}

TEST_CASE("an officer cannot finish with an outcome that only the site gives")
{
    test_site site;
    const auto id = bring(site, serving);
    CHECK(site.refused(finish_ticket{id, visit_outcome::day_closed}) == refusal_code::not_an_outcome);
}

TEST_CASE("a transfer names a service or a counter, and one that exists")
{
    test_site site;
    const auto id = site.take("A");
    CHECK(site.refused(transfer_ticket{.ticket = id, .service = {}, .counter = {}}) ==
          refusal_code::service_or_counter);
    CHECK(site.refused(transfer_ticket{.ticket = id, .service = "B", .counter = "1"}) ==
          refusal_code::service_or_counter);
    CHECK(site.refused(transfer_ticket{.ticket = id, .service = "Z", .counter = {}}) ==
          refusal_code::unknown_service);
    CHECK(site.refused(transfer_ticket{.ticket = id, .service = {}, .counter = "9"}) ==
          refusal_code::unknown_counter);
}

TEST_CASE("a counter does not close while somebody stands at it")
{
    test_site site;
    const auto id = bring(site, serving);
    CHECK(site.refused(close_counter{"1"}) == refusal_code::busy);
    site.must(finish_ticket{id, visit_outcome::served});
    site.must(close_counter{"1"});
}

TEST_CASE("a held ticket does not resume at a counter that is busy or closed")
{
    test_site site;
    const auto id = bring(site, held);
    const auto other = site.take("A");
    site.call("1");
    CHECK(site.refused(resume_ticket{id}) == refusal_code::busy);
    site.must(mark_no_show{other});
    site.must(close_counter{"1"});
    CHECK(site.refused(resume_ticket{id}) == refusal_code::counter_closed);
}

TEST_CASE("settings that cannot be are refused with the field, and nothing changes")
{
    test_site site;
    auto settings = demo_like_settings();
    settings.counters[0].services = {"Z"};
    const auto decided = site.ask(configure_site{settings});
    REQUIRE(decided.has_error());
    CHECK(decided.error().field == "counters[0].services[0]");
    CHECK(decided.error().why == "there is no service \"Z\"");
    settings = demo_like_settings();
    settings.services.clear();
    settings.counters.clear();
    CHECK(site.refused(configure_site{settings}) == refusal_code::invalid_settings);
}

TEST_CASE("a service stays while somebody may still come back for it")
{
    test_site site;
    const auto missed = site.take("C");
    site.must(open_counter{"4", {}});
    site.call("4");
    site.must(mark_no_show{missed});
    auto settings = demo_like_settings();
    std::erase_if(settings.services, [](const auto& one) { return one.code == "C"; });
    for (auto& at : settings.counters) {
        std::erase(at.services, "C");
    }
    const auto refused = site.ask(configure_site{settings});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == refusal_code::in_use);
    CHECK(refused.error().held_by == std::vector<std::string>{"C001"});
    site.now += std::chrono::hours{24};
    site.must(turn_day{});
    site.must(configure_site{settings});
}
