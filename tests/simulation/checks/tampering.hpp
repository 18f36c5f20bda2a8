#pragma once
// An honest house of which a test changes one thing, and what the checks find of it.

#include "tests/simulation/checks/check_run.hpp"
#include "tests/simulation/checks/hand_written.hpp"
#include "tests/simulation/checks/honest_house.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

inline findings findings_in(const honest_house& house, bool ended_calm = false)
{
    return check_run(
        {.seen = house.seen, .events = house.events, .site = honest_house::site, .ended_calm = ended_calm});
}

/// The one thing that is wrong; none, or more than one, fails the test.
inline std::string the_finding(const honest_house& house, bool ended_calm = false)
{
    const auto found = findings_in(house, ended_calm);
    CAPTURE(found);
    REQUIRE(found.size() == 1);
    return found.front();
}

inline void is_right(const honest_house& house) { CHECK(findings_in(house, true) == findings{}); }

/// `text` with the first `from` in it made `to`.
inline std::string with(std::string text, std::string_view from, std::string_view to)
{
    const auto place = text.find(from);
    REQUIRE(place != text.npos);
    return text.replace(place, from.size(), to);
}

inline asked take_ticket(const std::string& key, const std::string& service = "A")
{
    return post("kiosk:hall", of_site("tickets"), R"({"service":")" + service + R"("})", key);
}

inline asked call_next_at(const std::string& counter, const std::string& key)
{
    return post("counter:" + counter, of_site("counters/" + counter + "/call_next"), "", key);
}

inline asked act(std::int64_t ticket, const std::string& action, const std::string& key,
                 std::string body = "")
{
    return post("counter:1", of_ticket(ticket, action), std::move(body), key);
}

/// Counter 1 and 2 are open.
inline honest_house open_house()
{
    honest_house house(small_hall());
    house.call(post("counter:1", of_site("counters/1/open"), "", "open 1"));
    house.call(post("counter:2", of_site("counters/2/open"), "", "open 2"));
    return house;
}

/// Asks and serves, and lets the client hear `answer(what was served)`.
template <class Answer>
void call_and_hear(honest_house& house, asked wanted, Answer answer)
{
    const auto call = house.seen.ask(house.now(), wanted);
    house.pass(moment{10});
    answered given = answer(house.serve(wanted));
    house.pass(moment{10});
    given.when = house.now();
    house.seen.answer(call, std::move(given));
    house.pass(moment{10});
}

/// Asks and gets `body` with `status`, of which the house knows nothing.
inline void hear(honest_house& house, asked wanted, int status, std::string body = "")
{
    const auto call = house.seen.ask(house.now(), std::move(wanted));
    house.pass(moment{10});
    house.seen.answer(call, {.when = house.now(), .status = status, .body = std::move(body)});
    house.pass(moment{10});
}

} // namespace motcua::simulation
