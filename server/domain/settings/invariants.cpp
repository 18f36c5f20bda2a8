#include "server/domain/settings/invariants.hpp"

#include <algorithm>

namespace motcua::domain {

std::string why_not(const site_state& state, const site_configured& body)
{
    const auto is_lost = [&](const counter& at) {
        return at.current && find_counter(body.settings, at.code) == nullptr;
    };
    return std::ranges::any_of(state.counters(), is_lost) ? "leaves out a counter at which a ticket stands"
                                                          : "";
}

} // namespace motcua::domain
