#pragma once
// What a refusal says of the hall.

#include "tests/simulation/checks/request.hpp"
#include "tests/simulation/checks/sights.hpp"

namespace motcua::simulation {

/// The word of a problem's `code`.
std::string_view problem_code(std::string_view body);

/// None where a refusal says nothing of the hall: a wrong field, a missing right.
std::optional<sight> read_refusal(const asked& call, const request& wanted, const answered& refusal);

} // namespace motcua::simulation
