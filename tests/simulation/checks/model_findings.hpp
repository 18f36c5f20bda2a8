#pragma once
// What the calling model finds in journals written by hand.

#include "tests/simulation/checks/calling_model.hpp"
#include "tests/simulation/checks/hand_written.hpp"

#include <catch2/catch.hpp>

namespace motcua::simulation {

inline findings findings_in(const std::vector<domain::event>& events)
{
    findings found;
    calling_model model;
    for (const auto& happened : events) {
        model.apply(happened, found);
    }
    model.end(found);
    return found;
}

/// The one thing that is wrong; none, or more than one, fails the test.
inline std::string the_finding(const hand_written& journal)
{
    const auto found = findings_in(journal.events);
    INFO("first finding: " << (found.empty() ? "" : found.front()));
    REQUIRE(found.size() == 1);
    return found.front();
}

inline void is_right(const hand_written& journal) { CHECK(findings_in(journal.events) == findings{}); }

/// Both counters open.
inline hand_written both_open()
{
    hand_written journal;
    journal.open("1");
    journal.open("2");
    return journal;
}

/// Ticket 1 called at counter 1.
inline hand_written called_once()
{
    auto journal = both_open();
    journal.issue("A");
    journal.call(1, "1");
    return journal;
}

} // namespace motcua::simulation
