#pragma once
// The monitors of the screen, and the one that a window covers.

#include "ui/placement.hpp"
#include "ui/x_display.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace motcua::ui {

/// One that is on.
struct monitor
{
    std::string name;
    placement place;
    bool is_primary = false;
    friend bool operator==(const monitor&, const monitor&) = default;
};

/// The monitor with this name or number, from 1; without a word, or where that one is off, the primary one,
/// else the first. Null where all are off.
const monitor* choose_monitor(const std::vector<monitor>& on, std::string_view wanted);

/// The monitor that a window covers, as it is now: it may be off, come later and change its size.
class chosen_monitor
{
public:
    /// Throws display_error when no X server answers, and when `wanted` names no monitor, on or off: the
    /// message lists them.
    explicit chosen_monitor(std::string wanted);

    /// Where it lies; the whole screen while no monitor is on.
    placement now() const;

private:
    x_display display_;
    std::string wanted_;
};

} // namespace motcua::ui
