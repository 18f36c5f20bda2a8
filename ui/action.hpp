#pragma once
// What a touch target does: an event of the program's own, which the toolkit keeps and compares but never
// reads.

#include <any>
#include <concepts>
#include <type_traits>
#include <utility>

namespace motcua::ui {

class action
{
public:
    /// `event`: any value that can be copied and compared, as a rule the event variant of a window's model.
    template <std::equality_comparable Event>
    requires(!std::same_as<Event, action>) explicit action(Event event)
        : event_(std::move(event)), equal_(&are_equal<Event>)
    {}

    /// The event, or null when it is of another type than `Event`.
    template <class Event>
    const Event* as() const
    {
        return std::any_cast<Event>(&event_);
    }

    /// Whether both carry the same event.
    bool operator==(const action& other) const { return equal_(event_, other.event_); }

private:
    template <class Event>
    static bool are_equal(const std::any& left, const std::any& right)
    {
        const auto* one = std::any_cast<Event>(&left);
        const auto* other = std::any_cast<Event>(&right);
        return one && other && *one == *other;
    }

    std::any event_;
    bool (*equal_)(const std::any&, const std::any&);
};

} // namespace motcua::ui
