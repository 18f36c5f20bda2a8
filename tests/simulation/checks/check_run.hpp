#pragma once
// Everything that can be found wrong with a run from outside.

#include "server/journal/rows.hpp"
#include "tests/simulation/checks/findings.hpp"
#include "tests/simulation/checks/ledger.hpp"

#include <span>

namespace motcua::simulation {

/// The rows of the tables, in any order.
struct wait_time_log
{
    std::span<const journal::visit_row> visits;
    std::span<const journal::leg_row> legs;
};

/// What a run has left.
struct run_record
{
    const ledger& seen;
    std::span<const domain::event> events; ///< the whole journal
    std::string_view site;
    /// All faults were over at the end, and every feed had the time to hear everything.
    bool ended_calm = false;
    /// None: it is not judged.
    std::optional<wait_time_log> log{};
};

findings check_run(const run_record& left);

} // namespace motcua::simulation
