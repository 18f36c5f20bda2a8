#include "tests/bench/rules/scores.hpp"

#include "tests/bench/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::bench {

namespace {

using rehearsal::load_band;

constexpr double tolerance = 5;

double mean_of(const std::vector<double>& samples)
{
    double sum = 0;
    for (const double one : samples) {
        sum += one;
    }
    return samples.empty() ? 0 : sum / static_cast<double>(samples.size());
}

/// In percent.
template <class Condition>
double share_of(const std::vector<double>& samples, const Condition& condition)
{
    return samples.empty() ? 0
                           : 100.0 * static_cast<double>(std::ranges::count_if(samples, condition)) /
                                 static_cast<double>(samples.size());
}

double percentile_or_0(const std::vector<double>& samples, double percent)
{
    return samples.empty() ? 0 : percentile(samples, percent);
}

/// Promise less wait of those visits of a candidate that were promised minutes and called.
class errors
{
public:
    errors(const std::vector<promised_visit>& visits, std::size_t which) : visits_(visits), which_(which) {}

    template <class Condition>
    std::vector<double> of(const Condition& condition) const
    {
        std::vector<double> found;
        for (const auto& one : visits_) {
            const auto& made = one.promises[which_];
            if (one.wait && made.expected && condition(one)) {
                found.push_back(*made.expected - *one.wait);
            }
        }
        return found;
    }

    template <class Condition>
    double mean(const Condition& condition) const
    {
        auto found = of(condition);
        for (auto& one : found) {
            one = std::abs(one);
        }
        return mean_of(found);
    }

private:
    const std::vector<promised_visit>& visits_;
    std::size_t which_;
};

void score_ranges(promise_score& score, const std::vector<promised_visit>& visits, std::size_t which)
{
    std::vector<double> widths;
    int held = 0;
    for (const auto& one : visits) {
        const auto& made = one.promises[which];
        if (!one.is_plain || !made.from || !made.to) {
            continue;
        }
        const auto [from, to] = shown_range(*made.from, *made.to);
        widths.push_back(to - from);
        held += from <= *one.wait && *one.wait <= to ? 1 : 0;
    }
    if (!widths.empty()) {
        score.range_holds = 100.0 * held / static_cast<double>(widths.size());
        score.range_width = median(widths);
    }
}

void score_too_late(promise_score& score, const std::vector<promised_visit>& visits, std::size_t which)
{
    int never = 0;
    int announced = 0;
    int right = 0;
    for (const auto& one : visits) {
        never += one.wait ? 0 : 1;
        announced += one.promises[which].too_late ? 1 : 0;
        right += one.promises[which].too_late && !one.wait ? 1 : 0;
    }
    if (announced > 0) {
        score.too_late_found = 100.0 * right / std::max(never, 1);
        score.too_late_wrong = 100.0 * (announced - right) / announced;
    }
}

double rounded_down(double minutes)
{
    const double step = minutes < 60 ? 5 : 10;
    return std::floor(minutes / step) * step;
}

double rounded_up(double minutes)
{
    const double step = minutes <= 60 ? 5 : 10;
    return std::ceil(minutes / step) * step;
}

} // namespace

promise_score score_of(const std::vector<promised_visit>& visits, std::size_t which, const std::string& name)
{
    const errors made(visits, which);
    const auto is_plain = [](const promised_visit& one) { return one.is_plain; };
    const auto plain_of = [&](load_band load) {
        return made.mean([&](const promised_visit& one) { return one.is_plain && one.load == load; });
    };
    const auto plain = made.of(is_plain);
    promise_score score{
        .name = name,
        .bias = mean_of(plain),
        .error = made.mean(is_plain),
        .within_5 = share_of(plain, [](double error) { return std::abs(error) <= tolerance; }),
        .over_5_late = share_of(plain, [](double error) { return error < -tolerance; }),
        .error_quiet = plain_of(load_band::quiet),
        .error_rush = plain_of(load_band::rush),
        .error_overload = plain_of(load_band::overload),
        .error_across_a_break = made.mean([](const promised_visit& one) { return one.is_across_a_break; }),
        .error_of_all = made.mean([](const promised_visit&) { return true; }),
        .plain_without =
            static_cast<int>(std::ranges::count_if(visits, is_plain)) - static_cast<int>(plain.size())};
    score_ranges(score, visits, which);
    score_too_late(score, visits, which);
    return score;
}

std::pair<double, double> shown_range(double from, double to)
{
    if (to <= tolerance) {
        return {0, tolerance};
    }
    return {rounded_down(from), rounded_up(to)};
}

rule_score score_of(const std::vector<ruled_visit>& visits, const std::string& name)
{
    std::map<ruled_visit::kind, std::vector<double>> waits;
    std::vector<double> overtaken;
    for (const auto& one : visits) {
        waits[one.is].push_back(one.wait);
        if (one.is == ruled_visit::kind::ordinary) {
            overtaken.push_back(one.overtaken);
        }
    }
    const auto& ordinary = waits[ruled_visit::kind::ordinary];
    return {.name = name,
            .mean = mean_of(ordinary),
            .p90 = percentile_or_0(ordinary, 90),
            .p95 = percentile_or_0(ordinary, 95),
            .longest = percentile_or_0(ordinary, 100),
            .priority_p90 = percentile_or_0(waits[ruled_visit::kind::priority], 90),
            .appointment_p90 = percentile_or_0(waits[ruled_visit::kind::appointment], 90),
            .overtaken_p99 = percentile_or_0(overtaken, 99),
            .overtaken_most = percentile_or_0(overtaken, 100)};
}

} // namespace motcua::bench
