#pragma once
// The way of a program from its main into its window and out of it.

#include "ui/window.hpp"

#include <functional>

namespace motcua::ui {

/// What a program looks like before it draws.
struct look
{
    std::string title;
    /// For which its screens are laid out.
    layout_size reference;
    /// The looks of letters that its screens use, for warming up.
    std::vector<text_style> letters;
};

/// Shows a program until the window is closed or a signal asks to end.
using show = std::function<void(program&)>;

/// Opens the window, loads the assets, and has `start` make the program and show it. Returns the exit code:
/// 0, or 1 after one line on stderr, which begins with `name`, about the error.
int run(std::string_view name, const look& look, std::optional<sf::Vector2u> windowed,
        const std::function<void(const assets&, const show&)>& start);

} // namespace motcua::ui
