#include "tests/bench/rules/goals.hpp"

#include <cmath>
#include <fmt/format.h>

namespace motcua::bench {

namespace {

/// Goals are "at most"; the report knows "below".
constexpr double slack = 1e-9;

class goal_list
{
public:
    void at_most(std::string what, double value, std::string unit, double goal, std::string detail = {})
    {
        add(std::move(what), value, std::move(unit), {goal_kind::below, goal + slack}, std::move(detail));
    }

    void at_least(std::string what, double value, std::string unit, double goal, std::string detail = {})
    {
        add(std::move(what), value, std::move(unit), {goal_kind::at_least, goal}, std::move(detail));
    }

    std::vector<figure> take() { return std::move(figures_); }

private:
    void add(std::string what, double value, std::string unit, goal wanted, std::string detail)
    {
        figures_.push_back({.part = "rules",
                            .what = std::move(what),
                            .value = value,
                            .unit = std::move(unit),
                            .goal = wanted,
                            .detail = std::move(detail),
                            .samples = {}});
    }

    std::vector<figure> figures_;
};

} // namespace

std::vector<figure> goals_of(const std::vector<promise_score>& scores, double promise_us)
{
    const auto& own = scores.front();
    const auto& zms = scores[yardstick];
    const auto& floor = scores.back();
    goal_list list;
    const auto times = [&](const std::string& what, double mine, double other, const std::string& unit,
                           double goal) {
        list.at_most(what, other == 0 ? 0 : mine / other, unit, goal,
                     fmt::format("{:.2f} of {:.2f} min", mine, other));
    };
    const auto share = [&](const std::string& what, double mine, double other, double goal) {
        times(what, mine, other, "x ZMS", goal);
    };
    share("error of plain visits", own.error, zms.error, 0.70);
    share("error, quiet", own.error_quiet, zms.error_quiet, 0.75);
    share("error, rush", own.error_rush, zms.error_rush, 0.75);
    share("error, overload", own.error_overload, zms.error_overload, 0.75);
    share("error of all visits", own.error_of_all, zms.error_of_all, 0.36);
    times("error of plain visits", own.error, floor.error, "x floor", 1.15);
    list.at_most("error across a break", own.error_across_a_break, "min", 20);
    list.at_most("bias, without its sign", std::abs(own.bias), "min", 1.5,
                 own.bias < 0 ? "promises are short" : "promises are long");
    list.at_least("within 5 min", own.within_5, "%", 60);
    list.at_most("called more than 5 min late", own.over_5_late, "%", 24);
    if (own.range_holds && own.range_width) {
        list.at_least("the shown range holds", *own.range_holds, "%", 82);
        list.at_most("its median width", *own.range_width, "min", 20);
    }
    if (own.too_late_found && own.too_late_wrong) {
        list.at_least("never called, and said so", *own.too_late_found, "%", 70);
        list.at_most("said so, and called", *own.too_late_wrong, "%", 20);
    }
    list.at_most("a promise at 50 waiting", promise_us, "us", 150, "median, on a machine that may be busy");
    return list.take();
}

} // namespace motcua::bench
