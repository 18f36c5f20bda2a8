// Apart from window.cpp, because Xlib's header defines words such as None that SFML uses.
#include "ui/window.hpp"
#include "ui/x_display.hpp"

#include <SFML/System/Err.hpp>
#include <X11/Xlib.h>

#include <cstdlib>

namespace motcua::ui {

void require_display()
{
    const char* name = std::getenv("DISPLAY");
    if (!name || !*name) {
        throw display_error("no display: DISPLAY is not set");
    }
    // Left open until the process ends: a server that loses its only client starts again, and SFML, which
    // connects next, would find nobody there.
    if (!XOpenDisplay(name)) {
        throw display_error(std::string("no display: nothing answers at ") + name);
    }
    // SFML reports every small thing that a display cannot do; what matters is reported here.
    sf::err().rdbuf(nullptr);
}

x_display::x_display() : display_(XOpenDisplay(nullptr))
{
    if (!display_) {
        throw display_error("no display: it no longer answers");
    }
}

x_display::~x_display() { XCloseDisplay(display_); }

} // namespace motcua::ui
