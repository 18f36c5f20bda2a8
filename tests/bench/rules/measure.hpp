#pragma once
// Plays made-up days and scores the promises and the calling rules.

#include "tests/bench/report.hpp"
#include "tests/bench/rules/scores.hpp"

#include <boost/describe/class.hpp>
#include <cstdint>

namespace motcua::bench {

struct rules_options
{
    /// Days played for the promises, and for each rule. Every hall is played for four of them.
    int days = 240;
    std::uint64_t seed = 1;
};

/// Of the visits that the promises were scored on.
struct played_days
{
    int days{};
    std::uint64_t seed{};
    int tickets{};
    int plain{};
    double plain_wait{};
    double wait_across_a_break{};
    double wait_of_all{};
    int never_called{};
    /// Median of the site's own promises where 45 to 55 were waiting; 0 if that never was.
    double promise_us{};
};
BOOST_DESCRIBE_STRUCT(played_days, (),
                      (days, seed, tickets, plain, plain_wait, wait_across_a_break, wait_of_all, never_called,
                       promise_us))

struct rules_report
{
    played_days played;
    std::vector<promise_score> promises;
    std::vector<rule_score> rules;
    /// With their goals.
    std::vector<figure> figures;
};
BOOST_DESCRIBE_STRUCT(rules_report, (), (played, promises, rules, figures))

rules_report measure_rules(const rules_options& chosen);

std::string to_table(const rules_report& shown);

} // namespace motcua::bench
