#pragma once
// A message of the live feed, read as far as the checks need it. Views point into the text.

#include "tests/simulation/checks/sights.hpp"

namespace motcua::simulation {

struct live_message
{
    std::string_view type;
    std::int64_t seq = 0;
    std::int64_t prev = 0;
    std::string_view counter;
    /// The ticket, the counter or the board that it shows, if any.
    std::variant<std::monostate, ticket_sight, counter_sight, board_sight> shown;

    bool is_snapshot() const { return type == "snapshot"; }
};

live_message read_live_message(std::string_view text);

/// The type of the message that reports `happened`; empty where none does.
std::string_view message_type(const domain::event& happened);

} // namespace motcua::simulation
