#pragma once
// What a check has found wrong, a short sentence each.

#include <string>
#include <utility>
#include <vector>

namespace motcua::simulation {

using findings = std::vector<std::string>;

/// After the first few a broken run only repeats itself.
constexpr std::size_t findings_max = 50;

inline void note(findings& found, std::string sentence)
{
    if (found.size() < findings_max) {
        found.push_back(std::move(sentence));
    }
}

} // namespace motcua::simulation
