#include "tests/simulation/faults/fault.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

std::vector<kind_of_fault>& rows()
{
    static std::vector<kind_of_fault> all;
    return all;
}

} // namespace

const std::vector<kind_of_fault>& kinds_of_fault() { return rows(); }

fault_row::fault_row(const kind_of_fault& kind)
{
    // In which order files are linked must not matter.
    const auto place = std::ranges::upper_bound(rows(), kind.name, {}, &kind_of_fault::name);
    rows().insert(place, kind);
}

} // namespace motcua::simulation
