#pragma once
// The bare X window that SFML draws into. SFML's own would wait, without end and at full load, until some of
// it is seen: on a display without a window manager another window may lie over it.

#include <SFML/System/Vector2.hpp>

#include <memory>
#include <string>

namespace motcua::ui {

class native_window
{
public:
    enum class frame
    {
        none,
        titled
    };

    /// Opens a window of `size` pixels at the upper left corner and raises it; it stays until the process
    /// ends. Throws display_error when no X server answers; waits at most limits::mapping.
    native_window(const std::string& title, sf::Vector2u size, frame style);
    ~native_window();
    native_window(const native_window&) = delete;
    native_window& operator=(const native_window&) = delete;

    /// What SFML takes as an sf::WindowHandle.
    unsigned long handle() const { return window_; }

    /// Whether part of the window came to light since the last call and is to be drawn again, which SFML
    /// keeps to itself.
    bool uncovered();

private:
    struct connection; // of Xlib, whose header defines words such as None that SFML uses

    void describe(const std::string& title, frame style);
    void map();

    std::unique_ptr<connection> to_;
    unsigned long window_ = 0;
};

} // namespace motcua::ui
