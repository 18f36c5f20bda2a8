#pragma once
// The window of a program: opened once, drawn only when something changed.

#include "ui/monitors.hpp"
#include "ui/native_window.hpp"
#include "ui/placement.hpp"
#include "ui/stage.hpp"

#include <SFML/Graphics/RenderWindow.hpp>

#include <atomic>
#include <optional>
#include <stdexcept>
#include <string>

namespace motcua::ui {

/// There is no display to open a window on; the message is one line.
struct display_error : std::runtime_error
{
    using runtime_error::runtime_error;
};

/// Throws display_error when no X server answers. SFML would end the process: use this before anything of
/// SFML.
void require_display();

class window
{
public:
    /// Throws display_error for a monitor that does not exist.
    window(const std::string& title, const window_place& place);

    void hide_pointer() { window_.setMouseCursorVisible(false); }

    /// Pixels per unit for a program with this reference size.
    float scale(const layout_size& reference) const;

    /// In pixels.
    sf::Vector2u size() const { return window_.getSize(); }

    /// Shows `stage` until its program is over, the window is closed or `stop` becomes true. True: the
    /// program is over, and the window can show what follows.
    bool run(stage& stage, const std::atomic<bool>& stop);

private:
    void follow_monitor(program::time now);

    /// None for a window on a part of the screen.
    std::optional<chosen_monitor> monitor_;
    placement place_;
    program::time looked_at_monitor_{};
    native_window native_;
    sf::RenderWindow window_;
};

} // namespace motcua::ui
