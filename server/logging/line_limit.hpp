#pragma once
// Keeps the log readable: a few lines of each kind, and a count of those that were left out.

#include "server/logging/limits.hpp"
#include "server/logging/line.hpp"

#include <array>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/list.hpp>
#include <chrono>
#include <cstddef>
#include <vector>

namespace motcua::logging {

/// For one thread.
class line_limit
{
public:
    using time = std::chrono::steady_clock::time_point;

    struct left_out
    {
        logging::kind kind{};
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

    static constexpr auto kinds = boost::mp11::mp_size<boost::describe::describe_enumerators<kind>>::value;

    std::array<window, kinds> windows_{}; ///< by kind
};

} // namespace motcua::logging
