#pragma once
// What was measured, as a table for people and as JSON for programs.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::bench {

enum class goal_kind
{
    at_least,
    below
};
BOOST_DESCRIBE_ENUM(goal_kind, at_least, below)

struct goal
{
    goal_kind kind{};
    double value{};
};
BOOST_DESCRIBE_STRUCT(goal, (), (kind, value))

bool is_met(const goal& wanted, double value);

/// One figure. `value` is the median or percentile that `what` names, in `unit`; `samples` are the rounds it
/// was made from, where there are few.
struct figure
{
    std::string part;
    std::string what;
    double value{};
    std::string unit;
    std::optional<bench::goal> goal;
    std::string detail;
    std::vector<double> samples;
};
BOOST_DESCRIBE_STRUCT(figure, (), (part, what, value, unit, goal, detail, samples))

struct report
{
    std::string version;
    /// The machine in a line: processors, kernel.
    std::string machine;
    bool quick{};
    std::vector<figure> figures;
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(report, (), (version, machine, quick, figures, notes))

/// The table, with the notes below it.
std::string to_table(const report& shown);

} // namespace motcua::bench
