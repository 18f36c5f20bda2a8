#pragma once
// Reading events of the past: a body that was written by an older version of its struct is lifted, step by
// step, to the present one. Stored events are never rewritten.

#include "base/json.hpp"

#include <span>
#include <utility>
#include <variant>

namespace motcua::journal {

/// The version in which events of type `Event` are written; 1 where the struct does not say.
template <class Event>
constexpr int version_of = [] {
    if constexpr (requires { Event::version; }) {
        return int{Event::version};
    } else {
        return 1;
    }
}();

/// The kind under which version `version` of `Event` is stored: a renamed event had its old name in
/// version 1.
template <class Event>
constexpr std::string_view kind_at(int version)
{
    if constexpr (requires { Event::kind_v1; }) {
        return version == 1 ? Event::kind_v1 : Event::kind;
    } else {
        return Event::kind;
    }
}

/// One step: turns the body of version `from` of the event that is now called `kind` into one of the next
/// version. Takes any object: a member that is missing or of a wrong type is reported when the struct is
/// read.
struct lift
{
    std::string_view kind;
    int from{};
    void (*change)(boost::json::object& body){};
};

/// The step for bodies that still fit: only the kind was renamed, or a member came that may be missing.
void leave_unchanged(boost::json::object& body);

/// Every step from a version that was ever delivered. Rows are added and never removed.
std::span<const lift> past_versions();

/// Whether `lifts` leads every older version of `Event` to the present one.
template <class Event>
bool is_lifted_by(std::span<const lift> lifts)
{
    for (int from = 1; from < version_of<Event>; ++from) {
        if (std::ranges::none_of(
                lifts, [&](const lift& one) { return one.kind == Event::kind && one.from == from; })) {
            return false;
        }
    }
    return true;
}

/// Takes the body of version `from` through the steps of `kind` in `lifts` up to version `to`. A missing step
/// is an error.
base::parsed<boost::json::value> lifted(std::string_view kind, int from, int to, std::string_view body,
                                        std::span<const lift> lifts);

/// The event of type `Event` in `body`, which was written in version `version`.
template <class Event>
base::parsed<Event> read_version(int version, std::string_view body, std::span<const lift> lifts)
{
    if (version == version_of<Event>) {
        return base::from_json<Event>(body);
    }
    const auto present = lifted(Event::kind, version, version_of<Event>, body, lifts);
    if (!present) {
        return present.error();
    }
    return base::read_json<Event>(*present);
}

/// The event in `body`, which was stored under `kind` in version `version`, as the one of `Events` (a
/// variant) that it is now. A kind or version that is unknown, and a body that does not fit, are errors.
template <class Events>
base::parsed<Events> read_event(std::string_view kind, std::int64_t version, std::string_view body,
                                std::span<const lift> lifts)
{
    base::parsed<Events> event =
        base::field_error{base::field_fault::not_allowed, "kind",
                          "unknown event " + std::string(kind) + ", version " + std::to_string(version)};
    using types = boost::mp11::mp_transform<boost::mp11::mp_identity, Events>;
    boost::mp11::mp_for_each<types>([&](auto one) {
        using event_type = typename decltype(one)::type;
        if (version < 1 || version > version_of<event_type> ||
            kind_at<event_type>(static_cast<int>(version)) != kind) {
            return;
        }
        auto read = read_version<event_type>(static_cast<int>(version), body, lifts);
        if (read) {
            event = Events{std::move(*read)};
        } else {
            event = std::move(read).error();
        }
    });
    return event;
}

} // namespace motcua::journal
