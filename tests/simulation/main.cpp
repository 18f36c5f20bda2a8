// Runs of the simulation: some seeds, one seed again with its script, or fresh seeds for hours.

#include "tests/simulation/shorten.hpp"

#include <chrono>
#include <CLI/CLI.hpp>
#include <fmt/chrono.h>
#include <iostream>
#include <random>

namespace {

using namespace motcua::simulation;

struct wanted_runs
{
    std::uint64_t first = 1;
    std::uint64_t many = 1;
    unsigned steps = 2'000;
    store_kind kept = store_kind::memory;
    bool tells = false;
    double hours = 0;
};

struct totals
{
    std::uint64_t seeds = 0;
    std::uint64_t failed = 0;
    std::uint64_t steps = 0;
    std::uint64_t events = 0;
    std::uint64_t faults = 0;
    std::uint64_t crashes = 0;
    std::uint64_t hash = 0;
};

std::string_view name_of(store_kind kept) { return kept == store_kind::memory ? "memory" : "sqlite"; }

void tell_script(const plan& of)
{
    for (const auto& line : of.script) {
        fmt::print("  {}\n", text_of(line, of));
    }
}

void tell_failure(const plan& failing, const outcome& result)
{
    fmt::print(
        "seed {} failed ({}), again with:\n  build/bin/motcua-simulation --seed {} --steps {} --journal {}\n",
        failing.seed, result.site, failing.seed, failing.steps_most, name_of(failing.kept));
    for (const auto& one : result.found) {
        fmt::print("  found: {}\n", one);
    }
    const auto shortest = shortened(failing);
    fmt::print("the shortest script that leads there, {} of {} lines:\n", shortest.script.size(),
               result.lines);
    tell_script(shortest);
    std::cout << std::flush;
}

void live(std::uint64_t seed, const wanted_runs& wanted, totals& sum)
{
    const auto planned = plan_of(seed, wanted.kept, wanted.steps);
    if (wanted.tells) {
        tell_script(planned);
    }
    const auto result = run(planned);
    ++sum.seeds;
    sum.steps += result.steps;
    sum.events += result.events;
    sum.faults += result.faults;
    sum.crashes += result.crashes;
    sum.hash = mixed(sum.hash ^ result.hash);
    if (!result.found.empty()) {
        ++sum.failed;
        tell_failure(planned, result);
    }
}

void tell(const totals& sum)
{
    fmt::print("{} seeds, {} steps, {} events, {} faults, {} crashes survived, {} failed, hash {:016x}\n",
               sum.seeds, sum.steps, sum.events, sum.faults, sum.crashes, sum.failed, sum.hash);
    std::cout << std::flush;
}

/// Goes on with fresh seeds, on both journals in turn, and reports every minute how far it is.
void soak(wanted_runs wanted, totals& sum)
{
    using clock = std::chrono::steady_clock;
    const auto end = clock::now() + std::chrono::duration<double, std::ratio<3600>>(wanted.hours);
    auto reported_at = clock::now();
    std::random_device fresh;
    for (auto seed = std::uint64_t{fresh()} << 20U; clock::now() < end; ++seed) {
        wanted.kept = seed % 4 == 0 ? store_kind::sqlite : store_kind::memory;
        live(seed, wanted, sum);
        if (clock::now() - reported_at > std::chrono::minutes{1}) {
            reported_at = clock::now();
            tell(sum);
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Lives made-up days of a site, with everything going wrong that a seed draws."};
    wanted_runs wanted;
    std::string kept = "memory";
    app.add_option("--seed", wanted.first, "The first seed");
    app.add_option("--seeds", wanted.many, "How many");
    app.add_option("--steps", wanted.steps, "Steps of each run before its calm");
    app.add_option("--journal", kept, "memory or sqlite")->check(CLI::IsMember({"memory", "sqlite"}));
    app.add_flag("--tell", wanted.tells, "Prints the script of each seed");
    app.add_option("--soak", wanted.hours, "Goes on with fresh seeds for this many hours");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? 0 : 2;
    }
    wanted.kept = kept == "memory" ? store_kind::memory : store_kind::sqlite;

    totals sum;
    if (wanted.hours > 0) {
        soak(wanted, sum);
    } else {
        for (auto seed = wanted.first; seed < wanted.first + wanted.many; ++seed) {
            live(seed, wanted, sum);
        }
    }
    tell(sum);
    return sum.failed == 0 ? 0 : 1;
}
