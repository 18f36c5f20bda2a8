#pragma once
// How long people will wait, as a window shows it.

#include "protocol/messages.hpp"

#include <chrono>
#include <optional>

namespace motcua::client {

using protocol::forecast_state;

/// Counted from the moment of the message.
struct expected_wait
{
    std::chrono::seconds from{};
    std::chrono::seconds expected{};
    std::chrono::seconds to{};
    bool operator==(const expected_wait&) const = default;
};

struct forecast
{
    forecast_state state{};
    /// None where no minutes can be promised; the state says why.
    std::optional<expected_wait> wait;
    /// When a counter opens that serves it, where none is open now, on the clock of the office's wall.
    std::optional<std::chrono::local_seconds> opens_at;
    /// It may not be reached today.
    bool doubtful = false;

    bool operator==(const forecast&) const = default;
};

/// Of a ticket, or of a service on the board.
template <class Message>
forecast forecast_of(const Message& shown)
{
    forecast found{.state = shown.forecast_state, .doubtful = shown.doubtful};
    if (const auto& expected = shown.expected_wait_s) {
        found.wait = {.from = std::chrono::seconds{shown.expected_from_s.value_or(*expected)},
                      .expected = std::chrono::seconds{*expected},
                      .to = std::chrono::seconds{shown.expected_to_s.value_or(*expected)}};
    }
    if (found.state == forecast_state::planned && shown.opens_at) {
        found.opens_at = base::wall_time(*shown.opens_at);
    }
    return found;
}

} // namespace motcua::client
