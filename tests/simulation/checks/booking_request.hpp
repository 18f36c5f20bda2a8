#pragma once
// Requests about appointments, and those of who holds a ticket: what they ask for, and whether an event is
// what they asked for.

#include "tests/simulation/checks/request_view.hpp"

#include <optional>

namespace motcua::simulation {

/// By the path after `/track/`, after `/appointments/`, and of a POST after `/closures/`.
request_view about_track(std::string_view path, client::verb how);
request_view about_appointment(std::string_view path, client::verb how, std::string_view query);
request_view about_closure(std::string_view path);

/// Whether wrong_booking() judges what such a request leaves.
inline bool is_of_booking(action what) { return action::hold_slot <= what && what <= action::rate; }

/// Whether the holder of a ticket asks, by its track id.
inline bool is_of_holder(action what) { return action::give_up <= what && what <= action::rate; }

/// Why `happened` is not what `sent` asked for, in the site as it was before; empty when it is.
std::string_view wrong_booking(const request& sent, const request_view& wanted, const domain::event& happened,
                               const calling_model& before);

/// How the journal names where an actor books.
domain::ticket_channel booking_channel(std::string_view actor);

/// The moment that the member `name` of `body` says; none where it says none.
std::optional<domain::instant> json_moment(std::string_view body, std::string_view name);

} // namespace motcua::simulation
