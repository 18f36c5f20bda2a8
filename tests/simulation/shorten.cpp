#include "tests/simulation/shorten.hpp"

#include <algorithm>
#include <cctype>

namespace motcua::simulation {

namespace {

/// A finding without its numbers: what is the same about it in a shorter run.
std::string kind_of(const outcome& run)
{
    auto kind = run.found.empty() ? std::string{} : run.found.front();
    std::erase_if(kind, [](unsigned char c) { return std::isdigit(c) != 0; });
    return kind;
}

plan without(const plan& whole, std::size_t first, std::size_t many)
{
    auto part = whole;
    const auto begin = part.script.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = std::min(part.script.size() - first, many);
    part.script.erase(begin, begin + static_cast<std::ptrdiff_t>(end));
    return part;
}

} // namespace

plan shortened(const plan& failing)
{
    const auto first_run = run(failing);
    const auto kind = kind_of(first_run);
    auto shortest = failing;
    shortest.script.resize(first_run.lines);
    // By halves, quarters and so on, as delta debugging does; and over again while single lines go.
    auto chunk = std::max<std::size_t>(shortest.script.size() / 2, 1);
    while (!shortest.script.empty()) {
        bool left_out = false;
        for (std::size_t at = 0; at < shortest.script.size();) {
            const auto tried = without(shortest, at, chunk);
            if (kind_of(run(tried)) == kind) {
                shortest = tried;
                left_out = true;
            } else {
                at += chunk;
            }
        }
        if (chunk == 1 && !left_out) {
            break;
        }
        chunk = std::max<std::size_t>(chunk / 2, 1);
    }
    return shortest;
}

} // namespace motcua::simulation
