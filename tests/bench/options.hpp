#pragma once
// The command line of motcua-bench.

#include "tests/bench/rules/measure.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace motcua::bench {

struct options
{
    /// The program motcua-server; as delivered the one beside this program.
    std::filesystem::path server;
    /// Where temporary folders are made.
    std::filesystem::path data;
    std::filesystem::path json;
    bool quick{};
    /// What to measure; all when empty.
    std::set<std::string> parts;
    /// Instead of the server, promises and calling rules are measured.
    std::optional<rules_options> rules;
};

/// The options, or the exit code after what was to be said has been said. `own_folder` is that of this
/// program.
std::variant<options, int> parse_options(int argc, const char* const* argv,
                                         const std::filesystem::path& own_folder);

} // namespace motcua::bench
