#include "ui/pointer.hpp"
#include "ui/limits.hpp"

#include <algorithm>

namespace motcua::ui {
namespace {

std::optional<action> under(point at, const std::vector<target>& targets)
{
    const auto found = std::find_if(targets.rbegin(), targets.rend(),
                                    [&](const target& target) { return target.place.contains(at); });
    return found == targets.rend() ? std::nullopt : std::optional(found->action);
}

} // namespace

bool pointer::press(point at, const std::vector<target>& targets, time now)
{
    if (pressed_) {
        return false; // a second finger
    }
    if (last_tap_ && now - *last_tap_ < limits::double_tap) {
        return false;
    }
    pressed_ = under(at, targets);
    return pressed_.has_value();
}

bool pointer::move(point at, const std::vector<target>& targets)
{
    return pressed_ && under(at, targets) != pressed_ && cancel();
}

bool pointer::cancel()
{
    const bool changed = pressed_.has_value();
    pressed_.reset();
    return changed;
}

std::optional<action> pointer::release(point at, const std::vector<target>& targets, time now)
{
    move(at, targets);
    auto tapped = std::exchange(pressed_, std::nullopt);
    if (tapped) {
        last_tap_ = now;
    }
    return tapped;
}

} // namespace motcua::ui
