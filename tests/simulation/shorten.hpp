#pragma once
// Makes the script of a failing run as short as it can be.

#include "tests/simulation/run.hpp"

namespace motcua::simulation {

/// `failing` with as few lines as still lead to the same finding: none of them can be left out alone. Takes
/// some hundred runs.
plan shortened(const plan& failing);

} // namespace motcua::simulation
