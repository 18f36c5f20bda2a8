#pragma once
// What a service takes now, as a window shows it.

#include "protocol/messages.hpp"

#include <chrono>
#include <optional>

namespace motcua::client {

using protocol::intake_state;

/// Whether tickets are issued, and if not, when they are again on the clock of the office's wall.
struct intake
{
    intake_state state{};
    std::optional<std::chrono::local_seconds> opens_at;

    bool is_open() const { return state == intake_state::open; }
    bool operator==(const intake&) const = default;
};

inline intake intake_of(const protocol::board_service& shown)
{
    return {.state = shown.state,
            .opens_at = shown.opens_at ? std::optional{base::wall_time(*shown.opens_at)} : std::nullopt};
}

} // namespace motcua::client
