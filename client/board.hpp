#pragma once
// What follows from a board and does not stand in it.

#include "protocol/messages.hpp"

#include <string_view>

namespace motcua::client {

/// Whether a counter that is open serves `service`: only then is its expected wait a promise.
bool is_served(const protocol::board& board, std::string_view service);

} // namespace motcua::client
