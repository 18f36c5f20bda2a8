#pragma once
// A booked time of today or later, as the state holds it; a place that is held while a form is filled; and a
// time for which nothing can be booked.

#include "server/domain/types.hpp"

#include <algorithm>
#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

enum class appointment_state
{
    booked,
    checked_in,
    no_show, ///< not there at the end of the grace time; may still come
    cancelled
};
BOOST_DESCRIBE_ENUM(appointment_state, booked, checked_in, no_show, cancelled)

struct appointment
{
    appointment_id id{};
    appointment_code code;
    service_code service;
    std::optional<std::string> procedure;
    /// The business day of `start`.
    local_day day{};
    instant start;
    instant end;
    /// Where it was booked: at a kiosk, online, or by staff.
    ticket_channel channel{};
    std::string lang;
    /// Name and phone number stand in an erasable row; here is only what rules must compare.
    phone_tag phone{};
    phone_tag last_digits{};
    /// The held place that it was booked with.
    std::optional<hold_id> hold;

    appointment_state state{};
    instant booked_at;
    /// How often it was moved or cancelled.
    int changes{};
    /// What it became at check-in.
    std::optional<ticket_id> ticket;
    /// Came after the grace time.
    bool late{};
    /// The closure that moved or cancelled it, whose people have to be phoned.
    std::optional<closure_id> closure;
};
BOOST_DESCRIBE_STRUCT(appointment, (),
                      (id, code, service, procedure, day, start, end, channel, lang, phone, last_digits, hold,
                       state, booked_at, changes, ticket, late, closure))

/// Whether it takes a place: one that nobody came for, or that was cancelled, is free for others.
inline bool takes_place(const appointment& one)
{
    return one.state == appointment_state::booked || one.state == appointment_state::checked_in;
}

struct slot_hold
{
    hold_id id{};
    service_code service;
    instant start;
    instant end;
    ticket_channel channel{};
    instant expires_at;
};
BOOST_DESCRIBE_STRUCT(slot_hold, (), (id, service, start, end, channel, expires_at))

/// From `from` to `to` nothing can be booked for `services`, or for the whole site.
struct closure
{
    closure_id id{};
    instant from;
    instant to;
    /// As it was asked for: of one service, of one counter, or of the site.
    std::optional<service_code> service;
    std::optional<counter_code> counter;
    /// The services that cannot be offered.
    std::vector<service_code> services;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(closure, (), (id, from, to, service, counter, services, reason))

/// The appointments of a day that is over, whose names and phone numbers are still kept.
struct persons_of_day
{
    local_day day{};
    std::vector<appointment_id> appointments;
};
BOOST_DESCRIBE_STRUCT(persons_of_day, (), (day, appointments))

/// Whether `closed` leaves `service` without a counter.
inline bool concerns(const closure& closed, const service_code& service)
{
    const bool is_all = !closed.service && !closed.counter;
    return is_all || std::ranges::count(closed.services, service) > 0;
}

} // namespace motcua::domain
