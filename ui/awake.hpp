#pragma once
// A screen that nobody touches for hours, and that must not go dark.

#include "ui/x_display.hpp"

namespace motcua::ui {

/// Holds off the screen saver and the energy saving of the display while it lives; the X server ends it with
/// the process, and what the office has set holds again.
class awake
{
public:
    /// Throws display_error when no X server answers.
    awake();

private:
    x_display display_;
};

} // namespace motcua::ui
