// Runs of the simulation: many seeds, one seed again, or fresh ones for hours.

#include "tests/simulation/run.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

using namespace motcua::simulation;

int main(int argc, char** argv)
{
    CLI::App app{"One seed, one day"};
    std::uint64_t first = 1;
    std::uint64_t many = 1;
    unsigned steps = 2'000;
    bool sqlite = false;
    app.add_option("--seed", first);
    app.add_option("--seeds", many);
    app.add_option("--steps", steps);
    app.add_flag("--sqlite", sqlite);
    CLI11_PARSE(app, argc, argv);
    const auto kept = sqlite ? store_kind::sqlite : store_kind::memory;
    std::uint64_t all_steps = 0;
    std::uint64_t faults = 0;
    std::uint64_t crashes = 0;
    std::uint64_t events = 0;
    std::uint64_t hash = 0;
    int failed = 0;
    for (auto seed = first; seed < first + many; ++seed) {
        const auto result = run(plan_of(seed, kept, steps));
        all_steps += result.steps;
        faults += result.faults;
        crashes += result.crashes;
        events += result.events;
        hash = mixed(hash ^ result.hash);
        if (!result.found.empty()) {
            ++failed;
            fmt::print("seed {} ({}; {} lines, {} steps) failed:\n", seed, result.hall, result.lines,
                       result.steps);
            for (const auto& one : result.found) {
                fmt::print("  {}\n", one);
            }
        }
    }
    fmt::print("{} seeds, {} steps, {} events, {} faults, {} crashes, hash {:016x}, {} failed\n", many,
               all_steps, events, faults, crashes, hash, failed);
    return failed == 0 ? 0 : 1;
}
