// Apart from window.cpp, for Xlib's header defines words such as None that SFML uses.
#include "ui/window.hpp"

#include <X11/Xlib.h>

#include <cstdlib>

namespace motcua::ui {

void require_display()
{
    const char* name = std::getenv("DISPLAY");
    if (!name || !*name) throw display_error("no display: DISPLAY is not set");
    Display* display = XOpenDisplay(name);
    if (!display) throw display_error(std::string("no display: nothing answers at ") + name);
    XCloseDisplay(display);
}

} // namespace motcua::ui
