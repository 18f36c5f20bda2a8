#include "tests/unit/ui/x_monitors.hpp"
#include "ui/x_display.hpp"

#include <X11/extensions/scrnsaver.h>
#include <X11/extensions/Xrandr.h>
#include <X11/Xlib.h>

#include <chrono>
#include <memory>
#include <thread>

namespace motcua::test {

namespace {

/// Of two monitors with one name the X server refuses the second.
void take_away(Display* from, const std::string& name)
{
    const auto root = DefaultRootWindow(from);
    const auto atom = XInternAtom(from, name.c_str(), False);
    int count = 0;
    const std::unique_ptr<XRRMonitorInfo, decltype(&XRRFreeMonitors)> all(
        XRRGetMonitors(from, root, True, &count), &XRRFreeMonitors);
    for (int i = 0; i < count; ++i) {
        if (all.get()[i].name == atom) {
            XRRDeleteMonitor(from, root, atom);
        }
    }
    XSync(from, False);
}

} // namespace

void put_monitor(const std::string& name, const ui::placement& place, bool is_primary)
{
    const ui::x_display to;
    take_away(to.get(), name);
    const auto root = DefaultRootWindow(to.get());
    const auto number = [](unsigned pixels) { return static_cast<int>(pixels); };
    const std::unique_ptr<XRRMonitorInfo, decltype(&XRRFreeMonitors)> made(XRRAllocateMonitor(to.get(), 0),
                                                                           &XRRFreeMonitors);
    made->name = XInternAtom(to.get(), name.c_str(), False);
    made->primary = is_primary ? True : False;
    made->x = number(place.position.x);
    made->y = number(place.position.y);
    made->width = number(place.size.x);
    made->height = number(place.size.y);
    made->mwidth = made->mheight = 300;
    XRRSetMonitor(to.get(), root, made.get());
    XSync(to.get(), False);
}

void take_monitor_away(const std::string& name)
{
    const ui::x_display to;
    take_away(to.get(), name);
}

bool goes_dark()
{
    const ui::x_display to;
    int timeout = 0;
    int interval = 0;
    int blanking = 0;
    int exposures = 0;
    XGetScreenSaver(to.get(), &timeout, &interval, &blanking, &exposures);
    XSetScreenSaver(to.get(), 1, 0, PreferBlanking, DefaultExposures);
    XResetScreenSaver(to.get());
    XSync(to.get(), False);
    std::this_thread::sleep_for(std::chrono::milliseconds{1600});
    const std::unique_ptr<XScreenSaverInfo, decltype(&XFree)> seen(XScreenSaverAllocInfo(), &XFree);
    XScreenSaverQueryInfo(to.get(), DefaultRootWindow(to.get()), seen.get());
    const bool is_dark = seen->state == ScreenSaverOn;
    XSetScreenSaver(to.get(), timeout, interval, blanking, exposures);
    XResetScreenSaver(to.get());
    XSync(to.get(), False);
    return is_dark;
}

} // namespace motcua::test
