#pragma once
// Everything outside a window's model, behind one seam: the server, the printer, files, speech.

#include <vector>

namespace motcua::ui {

/// What a model asks for (`Effect`, a variant) goes out here, and whatever comes of it comes back as an
/// `Event`. Called from the window's thread; neither function ever waits.
template <class Effect, class Event>
class outside
{
public:
    virtual ~outside() = default;

    /// Begins to do what is asked.
    virtual void perform(const Effect& wanted) = 0;

    /// What happened since the last call, oldest first.
    virtual std::vector<Event> take() = 0;
};

} // namespace motcua::ui
