#pragma once
// What a check has found wrong, a short sentence each.

#include <cstdint>
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

/// What an event is called in a sentence.
inline std::string seq_name(std::int64_t seq) { return "seq " + std::to_string(seq); }

} // namespace motcua::simulation
