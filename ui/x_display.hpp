#pragma once
// A connection to the X server, beside the one that SFML has.

// NOLINTNEXTLINE(bugprone-reserved-identifier): that is its name.
struct _XDisplay; // of Xlib, whose header defines words such as None that SFML uses

namespace motcua::ui {

class x_display
{
public:
    /// Throws display_error when no X server answers.
    x_display();
    ~x_display();
    x_display(const x_display&) = delete;
    x_display& operator=(const x_display&) = delete;

    /// What Xlib takes as a Display*.
    _XDisplay* get() const { return display_; }

private:
    _XDisplay* display_;
};

} // namespace motcua::ui
