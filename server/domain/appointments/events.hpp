#pragma once
// What can happen to appointments. Names and phone numbers are not in here: see erasable rows.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::domain {

struct slot_held
{
    static constexpr std::string_view kind = "slot_held";
    static constexpr int version = 1;

    hold_id hold{};
    service_code service;
    instant start;
    instant end;
    ticket_channel channel{};
    instant expires_at;
};
BOOST_DESCRIBE_STRUCT(slot_held, (), (hold, service, start, end, channel, expires_at))

/// Its time was over before it was used.
struct slot_hold_expired
{
    static constexpr std::string_view kind = "slot_hold_expired";
    static constexpr int version = 1;

    hold_id hold{};
};
BOOST_DESCRIBE_STRUCT(slot_hold_expired, (), (hold))

/// Uses up `hold`, where it has one.
struct appointment_booked
{
    static constexpr std::string_view kind = "appointment_booked";
    static constexpr int version = 1;

    appointment_id appointment{};
    appointment_code code;
    std::optional<hold_id> hold;
    service_code service;
    std::optional<std::string> procedure;
    local_day day{};
    instant start;
    instant end;
    ticket_channel channel{};
    std::string lang;
    phone_tag phone{};
    phone_tag last_digits{};
};
BOOST_DESCRIBE_STRUCT(appointment_booked, (),
                      (appointment, code, hold, service, procedure, day, start, end, channel, lang, phone,
                       last_digits))

/// By its holder, an officer, or a closure, whose people have to be told.
struct appointment_moved
{
    static constexpr std::string_view kind = "appointment_moved";
    static constexpr int version = 1;

    appointment_id appointment{};
    /// When it began before.
    instant from;
    local_day day{};
    instant start;
    instant end;
    /// For the new day; none where the number is no longer known.
    std::optional<phone_tag> phone;
    std::optional<closure_id> closure;
};
BOOST_DESCRIBE_STRUCT(appointment_moved, (), (appointment, from, day, start, end, phone, closure))

struct appointment_cancelled
{
    static constexpr std::string_view kind = "appointment_cancelled";
    static constexpr int version = 1;

    appointment_id appointment{};
    std::optional<closure_id> closure;
};
BOOST_DESCRIBE_STRUCT(appointment_cancelled, (), (appointment, closure))

/// Nobody came until the end of the grace time.
struct appointment_missed
{
    static constexpr std::string_view kind = "appointment_missed";
    static constexpr int version = 1;

    appointment_id appointment{};
};
BOOST_DESCRIBE_STRUCT(appointment_missed, (), (appointment))

struct slots_closed
{
    static constexpr std::string_view kind = "slots_closed";
    static constexpr int version = 1;

    closure_id closure{};
    instant from;
    instant to;
    std::optional<service_code> service;
    std::optional<counter_code> counter;
    /// The services that cannot be offered.
    std::vector<service_code> services;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(slots_closed, (), (closure, from, to, service, counter, services, reason))

/// Name and phone number were shown to the actor.
struct person_shown
{
    static constexpr std::string_view kind = "person_shown";
    static constexpr int version = 1;

    appointment_id appointment{};
};
BOOST_DESCRIBE_STRUCT(person_shown, (), (appointment))

/// The time for which names and phone numbers are kept is over for these appointments.
struct persons_erased
{
    static constexpr std::string_view kind = "persons_erased";
    static constexpr int version = 1;

    local_day day{};
    std::vector<appointment_id> appointments;
};
BOOST_DESCRIBE_STRUCT(persons_erased, (), (day, appointments))

} // namespace motcua::domain
