#pragma once
// One run: everything that happens in it follows from its plan, and the plan from a seed.

#include "tests/simulation/people/person.hpp"

namespace motcua::simulation {

/// One thing that the script lets happen: somebody acts, or a fault strikes.
struct script_line
{
    microseconds when{};
    bool is_fault = false;
    unsigned who = 0;       ///< its index among the people of the site, or among the kinds of fault
    std::uint64_t seed = 0; ///< of its draws
};

struct plan
{
    std::uint64_t seed = 0;
    store_kind kept = store_kind::memory;
    unsigned steps_most = 2'000; ///< before the calm
    std::vector<script_line> script;
};

/// The plan of a seed; what goes wrong in it, and how much, is drawn too.
plan plan_of(std::uint64_t seed, store_kind kept, unsigned steps_most);

struct outcome
{
    findings found;           ///< empty: everything held
    std::uint64_t hash = 0;   ///< over all that happened
    std::uint64_t steps = 0;  ///< before the calm
    std::uint64_t faults = 0; ///< that struck
    std::uint64_t crashes = 0;
    std::uint64_t lives = 0; ///< of the server
    std::uint64_t events = 0;
    std::size_t lines = 0; ///< of the script that happened
    std::string site;      ///< the site in a few words
};

/// Lets `wanted` happen and checks everything that was promised.
outcome run(const plan& wanted);

/// A line of the script of `of` as people read it.
std::string text_of(const script_line& line, const plan& of);

} // namespace motcua::simulation
