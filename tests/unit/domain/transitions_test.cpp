#include "hall.hpp"

using namespace motcua::domain;

namespace {

const std::vector<ticket_state> all_states{
    ticket_state::waiting, ticket_state::called,  ticket_state::serving,  ticket_state::held,
    ticket_state::served,  ticket_state::no_show, ticket_state::cancelled};

/// Brings a fresh ticket of a fresh hall into `wanted` at counter 1.
ticket_id bring(hall& hall, ticket_state wanted)
{
    hall.must(open_counter{"1", {}});
    const auto id = hall.take("A");
    if (wanted == ticket_state::waiting) {
        return id;
    }
    if (wanted == ticket_state::cancelled) {
        hall.must(cancel_ticket{id});
        return id;
    }
    hall.call("1");
    if (wanted == ticket_state::no_show) {
        hall.must(mark_no_show{id});
    }
    if (wanted == ticket_state::held) {
        hall.must(hold_ticket{id, {}});
    }
    if (wanted == ticket_state::serving || wanted == ticket_state::served) {
        hall.must(start_ticket{id});
    }
    if (wanted == ticket_state::served) {
        hall.must(finish_ticket{id, visit_outcome::left});
    }
    REQUIRE(hall.the(id).state == wanted);
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
     {{serving, served}}},
    {"no_show", [](ticket_id id) -> command { return mark_no_show{id}; }, {{called, no_show}}},
    {"hold",
     [](ticket_id id) -> command {
         return hold_ticket{id, {}};
     },
     {{called, held}, {serving, held}}},
    {"resume", [](ticket_id id) -> command { return resume_ticket{id}; }, {{held, serving}}},
    {"transfer",
     [](ticket_id id) -> command {
         return transfer_ticket{.ticket = id, .service = "B", .counter = {}, .keep_place = false};
     },
     {{waiting, waiting}, {called, waiting}, {serving, waiting}, {held, waiting}}},
    {"cancel",
     [](ticket_id id) -> command { return cancel_ticket{id}; },
     {{waiting, cancelled}, {called, cancelled}, {held, cancelled}}},
};

} // namespace

TEST_CASE("every action goes from the states of the table and is refused in every other")
{
    for (const auto& action : table) {
        for (const auto from : all_states) {
            INFO(action.name << " from " << name_of(from));
            hall hall;
            const auto id = bring(hall, from);
            const auto before = hall.state.seq();
            const auto decided = hall.ask(action.make(id));
            const auto to = action.allowed.find(from);
            if (to != action.allowed.end()) {
                REQUIRE(decided.has_value());
                CHECK(hall.the(id).state == to->second);
                CHECK(occupies_counter(to->second) == (hall.state.find_counter("1")->current == id));
            } else {
                REQUIRE(decided.has_error());
                // A counter that has this very ticket is busy before anything else is asked.
                if (decided.error().code != refusal_code::busy) {
                    CHECK(decided.error().code == refusal_code::wrong_state);
                    CHECK(decided.error().state == name_of(from));
                }
                CHECK(hall.state.seq() == before);
            }
        }
    }
}

TEST_CASE("a ticket that the site does not have is unknown to every action")
{
    for (const auto& action : table) {
        hall hall;
        hall.must(open_counter{"1", {}});
        CHECK(hall.refused(action.make(ticket_id{77})) == refusal_code::unknown_ticket);
    }
}

TEST_CASE("an officer cannot finish with an outcome that only the house gives")
{
    hall hall;
    const auto id = bring(hall, serving);
    CHECK(hall.refused(finish_ticket{id, visit_outcome::day_closed}) == refusal_code::not_an_outcome);
}

TEST_CASE("a transfer names a service or a counter, and one that exists")
{
    hall hall;
    const auto id = hall.take("A");
    CHECK(hall.refused(transfer_ticket{.ticket = id, .service = {}, .counter = {}}) ==
          refusal_code::service_or_counter);
    CHECK(hall.refused(transfer_ticket{.ticket = id, .service = "B", .counter = "1"}) ==
          refusal_code::service_or_counter);
    CHECK(hall.refused(transfer_ticket{.ticket = id, .service = "Z", .counter = {}}) ==
          refusal_code::unknown_service);
    CHECK(hall.refused(transfer_ticket{.ticket = id, .service = {}, .counter = "9"}) ==
          refusal_code::unknown_counter);
}

TEST_CASE("a counter does not close while somebody stands at it")
{
    hall hall;
    const auto id = bring(hall, serving);
    CHECK(hall.refused(close_counter{"1"}) == refusal_code::busy);
    hall.must(finish_ticket{id, visit_outcome::served});
    hall.must(close_counter{"1"});
}

TEST_CASE("a held ticket does not resume at a counter that is busy or closed")
{
    hall hall;
    const auto id = bring(hall, held);
    const auto other = hall.take("A");
    hall.call("1");
    CHECK(hall.refused(resume_ticket{id}) == refusal_code::busy);
    hall.must(mark_no_show{other});
    hall.must(close_counter{"1"});
    CHECK(hall.refused(resume_ticket{id}) == refusal_code::counter_closed);
}

TEST_CASE("settings that cannot be are refused with the field, and nothing changes")
{
    hall hall;
    auto settings = demo_like_settings();
    settings.counters[0].services = {"Z"};
    const auto decided = hall.ask(configure_site{settings});
    REQUIRE(decided.has_error());
    CHECK(decided.error().field == "counters[0].services");
    settings = demo_like_settings();
    settings.services.clear();
    settings.counters.clear();
    CHECK(hall.refused(configure_site{settings}) == refusal_code::invalid_settings);
}

TEST_CASE("a service stays while somebody may still come back for it")
{
    hall hall;
    const auto absent = hall.take("C");
    hall.must(open_counter{"4", {}});
    hall.call("4");
    hall.must(mark_no_show{absent});
    auto settings = demo_like_settings();
    std::erase_if(settings.services, [](const auto& one) { return one.code == "C"; });
    for (auto& at : settings.counters) {
        std::erase(at.services, "C");
    }
    CHECK(hall.refused(configure_site{settings}) == refusal_code::invalid_settings);
    hall.now += std::chrono::hours{24};
    hall.must(turn_day{});
    hall.must(configure_site{settings});
}
