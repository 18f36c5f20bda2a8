#pragma once
// The way of a program from its main into its window and out of it.

#include "logging/background_log.hpp"
#include "ui/window.hpp"

#include <functional>

namespace motcua::ui {

/// Who stands before a window.
enum class audience
{
    officer, ///< with a mouse
    citizens ///< no pointer is seen, and the screen never goes dark
};

/// What a program looks like before it draws.
struct look
{
    std::string title;
    /// For which its main screens are laid out.
    layout_size reference;
    /// The looks of letters that they use, for warming up.
    std::vector<text_style> letters;
    audience before = audience::officer;
};

/// What the log says about a program as it starts.
struct start_facts
{
    /// Such as motcua-kiosk.
    std::string_view name;
    /// What it shows, such as the board.
    std::string_view shows;
    /// HOST:PORT.
    std::string_view server;
};

/// Shows a program, whose screens are laid out for the given size, until it is over, the window is closed or
/// a signal asks to end. True: it is over, and something else can be shown.
using show = std::function<bool(program&, const layout_size&)>;

/// Opens the window, loads the assets, and has `start` make the program and show it; `log` gets a line when
/// that begins and when it ends. Returns the exit code: 0, or 1 after an error. Without a display, a
/// monitor or a font there is nothing to log yet: then one line on stderr, which begins with the program's
/// name, says why.
int run(const start_facts& facts, const look& look, const window_place& place, logging::background_log& log,
        const std::function<void(const assets&, const show&)>& start);

} // namespace motcua::ui
