#pragma once
// How good promises were, and how long people waited. All times in minutes.

#include "server/rehearsal/site_plan.hpp"
#include "tests/bench/rules/promises.hpp"

#include <boost/describe/class.hpp>
#include <map>
#include <string>
#include <vector>

namespace motcua::bench {

/// One ticket with its promises.
struct promised_visit
{
    rehearsal::load_band load{};
    /// None: the day ended before.
    std::optional<double> wait;
    /// Ordinary, an open counter served it, and it was called in the half of the day in which it was issued.
    bool is_plain = false;
    /// Ordinary, and called behind noon, or issued before the doors opened.
    bool is_across_a_break = false;
    /// As all_candidates(), then the informed ones.
    std::vector<promise> promises;
    /// What the site's own promise cost, in µs, where about 50 were waiting.
    std::optional<double> cost;
};

struct promise_score
{
    std::string name;
    /// Of plain visits: promise less wait, and without its sign.
    double bias{};
    double error{};
    /// Shares in percent.
    double within_5{};
    double over_5_late{};
    double error_quiet{};
    double error_rush{};
    double error_overload{};
    double error_across_a_break{};
    double error_of_all{};
    /// Of ranges, where there are some: how often the wait lay in what was shown, and how wide that was.
    std::optional<double> range_holds;
    std::optional<double> range_width;
    /// Of those never called: the share that heard so; and of those who heard so the share that was called.
    std::optional<double> too_late_found;
    std::optional<double> too_late_wrong;
    /// Plain visits without any minutes.
    int plain_without{};
};
BOOST_DESCRIBE_STRUCT(promise_score, (),
                      (name, bias, error, within_5, over_5_late, error_quiet, error_rush, error_overload,
                       error_across_a_break, error_of_all, range_holds, range_width, too_late_found,
                       too_late_wrong, plain_without))

/// Of the candidate in place `which`. There must be plain visits.
promise_score score_of(const std::vector<promised_visit>& visits, std::size_t which, const std::string& name);

/// A range as it is shown: outward to 5 minutes, from 60 on to 10; a `to` of 5 or less is "under 5".
std::pair<double, double> shown_range(double from, double to);

/// One ticket under a rule.
struct ruled_visit
{
    enum class kind
    {
        ordinary,
        priority,
        appointment
    };
    kind is{};
    double wait{};
    int overtaken{};
};

struct rule_score
{
    std::string name;
    double mean{};
    double p90{};
    double p95{};
    double longest{};
    double priority_p90{};
    double appointment_p90{};
    double overtaken_p99{};
    double overtaken_most{};
};
BOOST_DESCRIBE_STRUCT(rule_score, (),
                      (name, mean, p90, p95, longest, priority_p90, appointment_p90, overtaken_p99,
                       overtaken_most))

/// There must be ordinary visits; a kind that nobody is of scores 0.
rule_score score_of(const std::vector<ruled_visit>& visits, const std::string& name);

} // namespace motcua::bench
