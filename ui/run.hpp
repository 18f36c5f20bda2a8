#pragma once
// The way of a program from its main into its window and out of it.

#include "ui/window.hpp"

#include <functional>
#include <memory>

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

/// Opens the window, and shows the program that `make` makes until the window is closed or a signal asks to
/// end. Returns the exit code: 0, or 1 after one line on stderr, which begins with `name`, about what went
/// wrong.
int run(std::string_view name, const look& l, std::optional<sf::Vector2u> windowed,
        const std::function<std::unique_ptr<program>(const assets&)>& make);

} // namespace motcua::ui
