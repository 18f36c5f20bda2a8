#include "ui/native_window.hpp"
#include "ui/limits.hpp"
#include "ui/window.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <array>
#include <chrono>
#include <poll.h>

namespace motcua::ui {
namespace {

/// Without frame, by the hints that Motif began and every window manager reads: of their five words the first
/// says that only the third, the decorations, counts.
void take_frame_off(Display* display, Window window)
{
    const Atom name = XInternAtom(display, "_MOTIF_WM_HINTS", False);
    const std::array<unsigned long, 5> hints{2, 0, 0, 0, 0};
    XChangeProperty(display, window, name, name, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(hints.data()), static_cast<int>(hints.size()));
}

} // namespace

/// Left open until the process ends, and the window with it: SFML keeps what it has to say of the window
/// until it leaves itself, and of one that is gone that would be an error, which ends the process.
struct native_window::connection
{
    connection() : display(XOpenDisplay(nullptr))
    {
        if (!display) {
            throw display_error("no display: it no longer answers");
        }
    }

    Display* display;
};

native_window::native_window(const std::string& title, sf::Vector2u size, frame style)
    : to_(std::make_unique<connection>())
{
    window_ =
        XCreateSimpleWindow(to_->display, DefaultRootWindow(to_->display), 0, 0, size.x, size.y, 0, 0, 0);
    describe(title, style);
    map();
}

native_window::~native_window() = default;

/// What a window manager wants to know.
void native_window::describe(const std::string& title, frame style)
{
    std::string name = title;
    XClassHint kind{name.data(), name.data()};
    XSetClassHint(to_->display, window_, &kind);
    if (style == frame::none) {
        take_frame_off(to_->display, window_);
    }
}

/// Shows the window. SFML gives the focus only to one that is mapped, which a window manager does when it
/// likes.
void native_window::map()
{
    XSelectInput(to_->display, window_, StructureNotifyMask);
    XMapRaised(to_->display, window_);
    XFlush(to_->display);
    using clock = std::chrono::steady_clock;
    const auto deadline = clock::now() + limits::mapping;
    for (XEvent event; !XCheckTypedWindowEvent(to_->display, window_, MapNotify, &event);) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - clock::now());
        if (left.count() <= 0) {
            break;
        }
        pollfd readable{ConnectionNumber(to_->display), POLLIN, 0};
        poll(&readable, 1, static_cast<int>(left.count()));
    }
    // From now on all other events are SFML's.
    XSelectInput(to_->display, window_, ExposureMask);
    XSync(to_->display, True);
}

bool native_window::uncovered()
{
    bool found = false;
    for (XEvent event; XCheckTypedWindowEvent(to_->display, window_, Expose, &event);) {
        found = true;
    }
    return found;
}

} // namespace motcua::ui
