#include "server/runtime/site_log.hpp"

#include <utility>

namespace motcua::runtime {

bool site_log::may_pass(log_kind kind, std::chrono::microseconds now)
{
    auto& past = kinds_.at(static_cast<std::size_t>(kind));
    if (past.written_at && now - *past.written_at < log_pause) {
        ++past.held_back;
        return false;
    }
    past.written_at = now;
    return true;
}

void site_log::pass(log_level level, log_kind kind, std::string line)
{
    if (const auto held_back = std::exchange(kinds_.at(static_cast<std::size_t>(kind)).held_back, 0)) {
        line.append(" (").append(std::to_string(held_back)).append(" more of this kind since the last line)");
    }
    sink_(level, line);
}

} // namespace motcua::runtime
