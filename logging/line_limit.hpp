#pragma once
// Keeps the log readable: a few lines of each kind, and a count of those that were left out.

#include "logging/limits.hpp"
#include "logging/line.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <vector>

namespace motcua::logging {

/// For one thread.
class line_limit
{
public:
    using time = std::chrono::steady_clock::time_point;

    struct left_out
    {
        logging::kind kind;
        std::size_t lines = 0;
    };

    /// Whether a line of `kind` may be written at `now`: the first limits::lines of a window of
    /// limits::window may. Counts the others. A window begins with its first line.
    bool allows(kind kind, time now);

    /// The kinds whose window is over at `now` and left lines out, each once.
    std::vector<left_out> ended(time now);

private:
    struct window
    {
        time began;
        std::size_t lines = 0; ///< 0: the window has not begun
    };

    std::map<kind, window> windows_;
};

} // namespace motcua::logging
