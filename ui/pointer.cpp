#include "ui/pointer.hpp"
#include "ui/limits.hpp"

#include <algorithm>

namespace motcua::ui {
namespace {

const target* under(point at, const std::vector<target>& targets)
{
    const auto found = std::find_if(targets.rbegin(), targets.rend(),
                                    [&](const target& target) { return target.place.contains(at); });
    return found == targets.rend() ? nullptr : &*found;
}

} // namespace

bool pointer::trembles(const target& on, time now) const
{
    if (!last_tap_) {
        return false;
    }
    if (!on.is_key || !last_tap_->on.is_key) {
        return now - last_tap_->at < limits::double_tap;
    }
    return on.action == last_tap_->on.action && now - last_tap_->at < limits::double_key;
}

bool pointer::press(point at, const std::vector<target>& targets, time now)
{
    if (pressed_) {
        return false; // a second finger
    }
    const auto* touched = under(at, targets);
    if (!touched || trembles(*touched, now)) {
        return false;
    }
    pressed_ = *touched;
    return true;
}

bool pointer::move(point at, const std::vector<target>& targets)
{
    const auto* touched = under(at, targets);
    return pressed_ && !(touched && touched->action == pressed_->action) && cancel();
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
    const auto tapped = std::exchange(pressed_, std::nullopt);
    if (!tapped) {
        return std::nullopt;
    }
    last_tap_ = tap{*tapped, now};
    return tapped->action;
}

} // namespace motcua::ui
