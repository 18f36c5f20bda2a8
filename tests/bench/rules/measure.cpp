#include "tests/bench/rules/measure.hpp"

#include "server/domain/calendar/time_zone.hpp"
#include "server/rehearsal/rehearsal.hpp"
#include "tests/bench/rules/goals.hpp"
#include "tests/bench/rules/informed.hpp"
#include "tests/bench/statistics.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace motcua::bench {

namespace {

using namespace std::chrono_literals;
using rehearsal::instant;
using rehearsal::load_band;

/// What a site learns of the first day it knows on the others.
constexpr int days_per_site = 4;
constexpr std::uint64_t sites_per_seed = 1'000'000;
constexpr std::array bands{load_band::quiet, load_band::rush, load_band::overload};

double minutes_between(instant from, instant to)
{
    return std::chrono::duration<double, std::ratio<60>>(to - from).count();
}

/// The sites of a run, the days of each, and what to do with them.
template <class Play>
void for_each_site(const rules_options& chosen, const Play& play)
{
    const int sites = (chosen.days + days_per_site - 1) / days_per_site;
    for (int i = 0; i < sites; ++i) {
        const int days = std::min(days_per_site, chosen.days - i * days_per_site);
        play(chosen.seed * sites_per_seed + static_cast<std::uint64_t>(i), i, days);
    }
}

bool is_ordinary(const rehearsal::person_plan& person)
{
    return !person.booked && person.priority == domain::priority_class::none;
}

bool is_served(const domain::site_state& state, const domain::service_code& service)
{
    return std::ranges::any_of(state.counters(), [&](const domain::counter& at) {
        return at.state == domain::counter_state::open && std::ranges::count(at.services, service) > 0;
    });
}

/// The parts of a day that breaks separate.
struct day_parts
{
    instant doors_open;
    instant noon_ends;

    day_parts(domain::local_day day, const rehearsal::site_plan& site)
    {
        const auto midnight = domain::to_instant(domain::zone_of_vietnam(), domain::local_time{day});
        doors_open = midnight + 7h + 30min;
        noon_ends = midnight + site.noon_ends;
    }
    bool is_across(instant issued, instant called) const
    {
        return issued < doors_open || (issued < noon_ends && called >= noon_ends);
    }
};

/// Where the cost of a promise is measured.
constexpr std::ptrdiff_t waiting_from = 45;
constexpr std::ptrdiff_t waiting_to = 55;

std::ptrdiff_t waiting_at(const domain::site_state& state)
{
    return std::ranges::count(state.tickets(), domain::ticket_state::waiting, &domain::ticket::state);
}

/// Promises for the visits of one site. The same days are played for each promise that knows more.
class promise_bench
{
public:
    promise_bench(const rehearsal::site_plan& site, const std::vector<candidate>& candidates)
        : site_(site), candidates_(candidates), played_(site, rehearsal::own_rule()),
          with_rotas_(site, rehearsal::own_rule(), settings_with_rotas(site)),
          with_means_(site, rehearsal::own_rule(), settings_with_rotas(site))
    {}

    void play(int number, std::vector<promised_visit>& out)
    {
        const auto day = make_day(site_, number);
        std::vector<promised_visit> found(day.people.size());
        const auto visits =
            played_.play(day, [&](const domain::site_state& state, const rehearsal::arrival& who) {
                auto& one = found[who.person];
                one.load = site_.load;
                one.is_plain = is_served(state, who.service);
                one.cost = cost_of_promise({state, who, site_});
                for (const auto& each : candidates_) {
                    one.promises.push_back(each.promise_for({state, who, site_}));
                }
            });
        const auto promise_too = [&](const domain::site_state& state, const rehearsal::arrival& who) {
            found[who.person].promises.push_back(own_promise({state, who, site_}));
        };
        with_rotas_.play(day, promise_too);
        with_means_.teach(true_means(site_));
        with_means_.play(day, promise_too);
        const day_parts parts(day.day, site_);
        for (const auto& visit : visits) {
            note_wait(found[visit.person], visit, is_ordinary(day.people[visit.person]), parts);
        }
        out.insert(out.end(), found.begin(), found.end());
    }

private:
    static std::optional<double> cost_of_promise(const question& asked)
    {
        const auto waiting = waiting_at(asked.state);
        if (waiting < waiting_from || waiting > waiting_to) {
            return std::nullopt;
        }
        const auto begin = std::chrono::steady_clock::now();
        own_promise(asked);
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
        return took.count();
    }

    static void note_wait(promised_visit& one, const rehearsal::visit& visit, bool is_ordinary_one,
                          const day_parts& parts)
    {
        if (!visit.first_called_at) {
            one.is_plain = false;
            return;
        }
        one.wait = minutes_between(visit.issued_at, *visit.first_called_at);
        const bool is_across = parts.is_across(visit.issued_at, *visit.first_called_at);
        one.is_plain = one.is_plain && is_ordinary_one && !is_across;
        one.is_across_a_break = is_ordinary_one && is_across;
    }

    const rehearsal::site_plan& site_;
    const std::vector<candidate>& candidates_;
    rehearsal::rehearsal played_;
    rehearsal::rehearsal with_rotas_;
    rehearsal::rehearsal with_means_;
};

/// From the moment that counts: the booked start, if someone was early.
ruled_visit ruled(const rehearsal::visit& visit, const rehearsal::person_plan& person)
{
    using kind = ruled_visit::kind;
    const auto ready = std::max(visit.issued_at, person.booked.value_or(visit.issued_at));
    const bool is_first = person.priority != domain::priority_class::none;
    return {.is = person.booked ? kind::appointment
                  : is_first    ? kind::priority
                                : kind::ordinary,
            .wait = std::max(0.0, minutes_between(ready, *visit.first_called_at)),
            .overtaken = visit.overtaken};
}

rule_score measure_rule(const rules_options& chosen, const rehearsal::calling_rule& rule)
{
    std::vector<ruled_visit> found;
    for_each_site(chosen, [&](std::uint64_t seed, int, int days) {
        const auto site = rehearsal::make_site(seed, load_band::rush);
        rehearsal::rehearsal played(site, rule);
        for (int number = 1; number <= days; ++number) {
            const auto day = make_day(site, number);
            for (const auto& visit : played.play(day)) {
                if (visit.first_called_at) {
                    found.push_back(ruled(visit, day.people[visit.person]));
                }
            }
        }
    });
    return score_of(found, rule.name);
}

template <class Condition>
double mean_wait(const std::vector<promised_visit>& visits, const Condition& condition)
{
    double sum = 0;
    int count = 0;
    for (const auto& one : visits) {
        if (one.wait && condition(one)) {
            sum += *one.wait;
            ++count;
        }
    }
    return count == 0 ? 0 : sum / count;
}

double median_cost(const std::vector<promised_visit>& visits)
{
    std::vector<double> costs;
    for (const auto& one : visits) {
        if (one.cost) {
            costs.push_back(*one.cost);
        }
    }
    return costs.empty() ? 0 : median(std::move(costs));
}

played_days describe(const rules_options& chosen, const std::vector<promised_visit>& visits)
{
    const auto is_plain = [](const promised_visit& one) { return one.is_plain; };
    return {.days = chosen.days,
            .seed = chosen.seed,
            .tickets = static_cast<int>(visits.size()),
            .plain = static_cast<int>(std::ranges::count_if(visits, is_plain)),
            .plain_wait = mean_wait(visits, is_plain),
            .wait_across_a_break =
                mean_wait(visits, [](const promised_visit& one) { return one.is_across_a_break; }),
            .wait_of_all = mean_wait(visits, [](const promised_visit&) { return true; }),
            .never_called = static_cast<int>(
                std::ranges::count_if(visits, [](const promised_visit& one) { return !one.wait; })),
            .promise_us = median_cost(visits)};
}

} // namespace

rules_report measure_rules(const rules_options& chosen)
{
    const auto candidates = all_candidates();
    std::vector<promised_visit> visits;
    for_each_site(chosen, [&](std::uint64_t seed, int place, int days) {
        const auto site = rehearsal::make_site(seed, bands[static_cast<std::size_t>(place) % bands.size()]);
        promise_bench bench(site, candidates);
        for (int number = 1; number <= days; ++number) {
            bench.play(number, visits);
        }
    });
    rules_report report{.played = describe(chosen, visits)};
    std::vector<std::string> names;
    for (const auto& one : candidates) {
        names.push_back(one.name);
    }
    names.insert(names.end(), {"own, with rotas", "floor: true means"});
    for (std::size_t i = 0; i < names.size(); ++i) {
        report.promises.push_back(score_of(visits, i, names[i]));
    }
    for (const auto& rule : rehearsal::all_rules()) {
        report.rules.push_back(measure_rule(chosen, rule));
    }
    report.figures = goals_of(report.promises, report.played.promise_us);
    return report;
}

} // namespace motcua::bench
