#include "logging/line_limit.hpp"

namespace motcua::logging {

bool line_limit::allows(kind kind, time now)
{
    auto& open = windows_[kind];
    // A window that left lines out stays until ended() has reported it.
    const bool is_over = now - open.began >= limits::window && open.lines <= limits::lines;
    if (open.lines == 0 || is_over) {
        open = {.began = now, .lines = 0};
    }
    ++open.lines;
    return open.lines <= limits::lines;
}

std::vector<line_limit::left_out> line_limit::ended(time now)
{
    std::vector<left_out> found;
    for (auto& [kind, open] : windows_) {
        if (open.lines > limits::lines && now - open.began >= limits::window) {
            found.push_back({.kind = kind, .lines = open.lines - limits::lines});
            open = {};
        }
    }
    return found;
}

} // namespace motcua::logging
