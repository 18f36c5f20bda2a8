#pragma once
// Everything that can be found wrong with a run from outside.

#include "server/journal/rows.hpp"
#include "tests/simulation/checks/findings.hpp"
#include "tests/simulation/checks/ledger.hpp"

#include <span>

namespace motcua::simulation {

/// What a run has left.
struct run_record
{
    const ledger& seen;
    std::span<const domain::event> events; ///< the whole journal
    std::string_view site;
    /// All faults were over at the end, and every feed had the time to hear everything.
    bool ended_calm = false;
    /// The wait-time log as the tables hold it, in any order; none: it is not judged.
    std::optional<std::span<const journal::visit_row>> visits{};
    std::optional<std::span<const journal::leg_row>> legs{};
};

findings check_run(const run_record& left);

} // namespace motcua::simulation
