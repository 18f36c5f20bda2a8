#pragma once
// Turns the presses, moves and releases of a finger or mouse into actions, by the rules of a public
// touchscreen: what is pressed lights up, sliding off cancels, a second tap at once is the same tap, but
// for keys, which people type in a row.

#include "ui/frame.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace motcua::ui {

class pointer
{
public:
    using time = std::chrono::steady_clock::time_point;

    /// Each returns true when the picture changes by it. `targets` are those of the picture that is seen.
    bool press(point at, const std::vector<target>& targets, time now);
    bool move(point at, const std::vector<target>& targets);
    bool cancel();

    /// The finger leaves the glass: the action, if it is still on the target that it pressed.
    std::optional<action> release(point at, const std::vector<target>& targets, time now);

    /// What is pressed now.
    std::optional<action> pressed() const
    {
        return pressed_ ? std::optional(pressed_->action) : std::nullopt;
    }

private:
    struct tap
    {
        target on;
        time at;
    };

    /// Whether a touch of `on` at this moment is the tremble of a finger.
    bool trembles(const target& on, time now) const;

    std::optional<target> pressed_;
    std::optional<tap> last_tap_;
};

} // namespace motcua::ui
