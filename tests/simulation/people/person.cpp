#include "tests/simulation/people/person.hpp"

#include <algorithm>

namespace motcua::simulation {

namespace {

std::vector<kind_of_people>& rows()
{
    static std::vector<kind_of_people> all;
    return all;
}

} // namespace

const std::vector<kind_of_people>& kinds_of_people() { return rows(); }

people_row::people_row(const kind_of_people& kind)
{
    // In which order files are linked must not matter.
    const auto place = std::ranges::upper_bound(rows(), kind.name, {}, &kind_of_people::name);
    rows().insert(place, kind);
}

} // namespace motcua::simulation
