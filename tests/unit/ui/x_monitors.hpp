#pragma once
// Monitors of the test's own X server, which need no hardware.

#include "ui/placement.hpp"

#include <string>

namespace motcua::test {

/// A monitor of this name lies at `place` from now on.
void put_monitor(const std::string& name, const ui::placement& place, bool is_primary = false);
void take_monitor_away(const std::string& name);

/// Whether the screen goes dark by itself, one second after the last touch.
bool goes_dark();

} // namespace motcua::test
