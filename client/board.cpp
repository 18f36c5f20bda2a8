#include "client/board.hpp"

#include <algorithm>

namespace motcua::client {

bool is_served(const protocol::board& board, std::string_view service)
{
    return std::ranges::any_of(board.counters, [&](const protocol::counter& c) {
        return c.state == protocol::counter_state::open && std::ranges::count(c.services, service) > 0;
    });
}

} // namespace motcua::client
