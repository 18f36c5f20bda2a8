#pragma once
// When the hall is open on a day, and the break that a wait may reach across.

#include <chrono>
#include <optional>
#include <vector>

namespace motcua::kiosk {

/// A stretch of a day in which the hall is open, counted from midnight.
struct open_span
{
    std::chrono::minutes from{};
    std::chrono::minutes to{};
    bool operator==(const open_span&) const = default;
};

struct opening_hours
{
    std::chrono::local_days day{};
    /// In order.
    std::vector<open_span> spans;
    bool operator==(const opening_hours&) const = default;
};

/// Times on the office's wall, between two stretches.
struct closed_span
{
    std::chrono::local_seconds from{};
    std::chrono::local_seconds to{};
    bool operator==(const closed_span&) const = default;
};

/// The break that begins after `from` and is over by `to`: someone who is called between the two is called
/// before it or after it, hardly in it.
std::optional<closed_span> break_across(const opening_hours& hours, std::chrono::local_seconds from,
                                        std::chrono::local_seconds to);

} // namespace motcua::kiosk
