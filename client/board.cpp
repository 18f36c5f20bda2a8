#include "client/board.hpp"

#include <algorithm>

namespace motcua::client {

bool is_served(const protocol::board& board, std::string_view service)
{
    return std::ranges::any_of(board.counters, [&](const protocol::counter& one) {
        return one.state == protocol::counter_state::open && std::ranges::count(one.services, service) > 0;
    });
}

} // namespace motcua::client
