#include "ui/awake.hpp"

#include <X11/extensions/scrnsaver.h>
#include <X11/Xlib.h>

namespace motcua::ui {

awake::awake()
{
    int first_event = 0;
    int first_error = 0;
    if (XScreenSaverQueryExtension(display_.get(), &first_event, &first_error)) {
        XScreenSaverSuspend(display_.get(), True);
        XSync(display_.get(), False);
    }
}

} // namespace motcua::ui
