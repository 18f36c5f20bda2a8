#pragma once
// What a refusal says of the site.

#include "tests/simulation/checks/request_view.hpp"
#include "tests/simulation/checks/sights.hpp"

namespace motcua::simulation {

/// The word of a problem's `code`.
std::string_view problem_code(std::string_view body);

/// None where a refusal says nothing of the site: a wrong field, a missing right.
std::optional<sight> read_refusal(const request& sent, const request_view& wanted, const answered& refusal);

/// What a success without an event says of the site: that there was nothing to change. None where such a
/// request always changes something.
std::optional<sight> read_unchanged(const request& sent, const request_view& wanted, const answered& given);

} // namespace motcua::simulation
