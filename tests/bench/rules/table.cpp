#include "tests/bench/rules/measure.hpp"

#include <fmt/format.h>

namespace motcua::bench {

namespace {

std::string percent_of(const std::optional<double>& share)
{
    return share ? fmt::format("{:.0f}%", *share) : "-";
}

std::string table_of(const std::vector<promise_score>& scores)
{
    auto table =
        fmt::format("{:24}{:>6}{:>7}{:>6}{:>7}{:>7}{:>7}{:>9}{:>8}{:>7}{:>7}{:>6}\n", "promise", "bias",
                    "error", "in 5", "5 late", "quiet", "rush", "overload", "break", "all", "holds", "wide");
    for (const auto& one : scores) {
        table += fmt::format(
            "{:24}{:>+6.1f}{:>7.2f}{:>5.0f}%{:>6.0f}%{:>7.1f}{:>7.1f}{:>9.1f}{:>8.1f}{:>7.1f}{:>7}{:>6}\n",
            one.name, one.bias, one.error, one.within_5, one.over_5_late, one.error_quiet, one.error_rush,
            one.error_overload, one.error_across_a_break, one.error_of_all, percent_of(one.range_holds),
            one.range_width ? fmt::format("{:.0f}", *one.range_width) : "-");
    }
    return table;
}

std::string table_of(const std::vector<rule_score>& scores)
{
    auto table = fmt::format("{:24}{:>20}{:>10}{:>13}{:>16}\n", "rule, in the rush", "mean/p90/p95/max",
                             "priority", "appointment", "overtaken p99/max");
    for (const auto& one : scores) {
        table +=
            fmt::format("{:24}{:>20}{:>10.0f}{:>13.0f}{:>16}\n", one.name,
                        fmt::format("{:.0f}/{:.0f}/{:.0f}/{:.0f}", one.mean, one.p90, one.p95, one.longest),
                        one.priority_p90, one.appointment_p90,
                        fmt::format("{:.0f}/{:.0f}", one.overtaken_p99, one.overtaken_most));
    }
    return table;
}

} // namespace

std::string to_table(const rules_report& shown)
{
    const auto& played = shown.played;
    const report goals{.version = MOTCUA_VERSION,
                       .machine = fmt::format("{} made-up days, seed {}", played.days, played.seed),
                       .quick = false,
                       .figures = shown.figures,
                       .notes = {}};
    return fmt::format(
        "{} tickets, {} plain; mean wait: plain {:.1f} min, across a break {:.1f}, all {:.1f}; "
        "{} never called\n\n{}\n{}\n{}",
        played.tickets, played.plain, played.plain_wait, played.wait_across_a_break, played.wait_of_all,
        played.never_called, table_of(shown.promises), table_of(shown.rules), to_table(goals));
}

} // namespace motcua::bench
