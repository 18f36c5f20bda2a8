#pragma once
// Everything outside a window's model, behind one seam: the server, the printer, files, speech.

#include <vector>

namespace motcua::ui {

/// A model's requests (`Effect`, a variant) go out here, and their results come back as `Event`s. Used by the
/// window's thread; neither function ever waits.
template <class Effect, class Event>
class outside
{
public:
    virtual ~outside() = default;

    /// Begins to do what is asked.
    virtual void perform(const Effect& wanted) = 0;

    /// What happened since the last time, oldest first.
    virtual std::vector<Event> take() = 0;
};

} // namespace motcua::ui
