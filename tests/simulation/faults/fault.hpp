#pragma once
// What may go wrong in a run. A kind of fault is one file of this folder: a function, and a row that names
// it.

#include "tests/simulation/rows.hpp"
#include "tests/simulation/world/world.hpp"

namespace motcua::simulation {

struct kind_of_fault
{
    std::string_view name;
    /// Strikes now; a fault that heals by itself plans when.
    void (*strike)(world&, draws);
};

using fault_row = row_in<kind_of_fault>;

/// A time from a tenth of a second to `most`.
inline microseconds a_while(draws& random, microseconds most)
{
    return microseconds{random.between(100'000, most.count())};
}

} // namespace motcua::simulation
