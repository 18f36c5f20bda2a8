#include "server/domain/calendar/invariants.hpp"

#include <algorithm>

namespace motcua::domain {

std::string why_not(const site_state&, const clock_anchored&) { return {}; }

std::string why_not(const site_state& state, const utc_offset_changed& body)
{
    return body.utc_offset == state.utc_offset() ? "changes the offset to what it is" : "";
}

std::string why_not(const site_state& state, const day_opened&)
{
    return state.day() ? "opens a day before the last is closed" : "";
}

std::string why_not(const site_state& state, const day_closed& body)
{
    if (state.day() != body.day) {
        return "closes a day that is not open";
    }
    const auto ended = [](const ticket& one) { return is_finished(one.state); };
    if (!std::ranges::all_of(state.tickets(), ended)) {
        return "closes a day with tickets that are alive";
    }
    return state.tickets_with_notes().empty() ? "" : "closes a day and keeps its notes";
}

} // namespace motcua::domain
