#pragma once
// An honest site of which a test changes one thing, and what the checks find of it.

#include "tests/simulation/checks/check_run.hpp"
#include "tests/simulation/checks/hand_written.hpp"
#include "tests/simulation/checks/honest_site.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

inline findings findings_in(const honest_site& site, bool ended_calm = false)
{
    return check_run(
        {.seen = site.seen, .events = site.events, .site = honest_site::code, .ended_calm = ended_calm});
}

/// The one thing that is wrong; none, or more than one, fails the test.
inline std::string the_finding(const honest_site& site, bool ended_calm = false)
{
    const auto found = findings_in(site, ended_calm);
    CAPTURE(found);
    REQUIRE(found.size() == 1);
    return found.front();
}

inline void is_right(const honest_site& site) { CHECK(findings_in(site, true) == findings{}); }

/// `text` with the first `from` in it made `to`.
inline std::string with(std::string text, std::string_view from, std::string_view to)
{
    const auto place = text.find(from);
    REQUIRE(place != text.npos);
    return text.replace(place, from.size(), to);
}

inline request take_ticket(const std::string& key, const std::string& service = "A")
{
    return post("kiosk:hall", of_site("tickets"), R"({"service":")" + service + R"("})", key);
}

inline request call_next_at(const std::string& counter, const std::string& key)
{
    return post("counter:" + counter, of_site("counters/" + counter + "/call_next"), "", key);
}

inline request act(std::int64_t ticket, const std::string& action, const std::string& key,
                   std::string body = "")
{
    return post("counter:1", of_ticket(ticket, action), std::move(body), key);
}

/// Counter 1 and 2 are open.
inline honest_site open_site()
{
    honest_site site(small_site());
    site.send(post("counter:1", of_site("counters/1/open"), "", "open 1"));
    site.send(post("counter:2", of_site("counters/2/open"), "", "open 2"));
    return site;
}

/// Asks and serves, and lets the client hear `answer(what was served)`.
template <class Answer>
void send_and_hear(honest_site& site, request wanted, Answer answer)
{
    const auto entry = site.seen.ask(site.now(), wanted);
    site.pass(moment{10});
    answered given = answer(site.serve(wanted));
    site.pass(moment{10});
    given.when = site.now();
    site.seen.answer(entry, std::move(given));
    site.pass(moment{10});
}

/// Asks and gets `body` with `status`, of which the site knows nothing.
inline void hear(honest_site& site, request wanted, int status, std::string body = "")
{
    const auto entry = site.seen.ask(site.now(), std::move(wanted));
    site.pass(moment{10});
    site.seen.answer(entry, {.when = site.now(), .status = status, .body = std::move(body)});
    site.pass(moment{10});
}

} // namespace motcua::simulation
