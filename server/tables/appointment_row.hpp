#pragma once
// The rows of appointments: what any report on them is made from. Without names and phone numbers.

#include "server/domain/appointments/appointment.hpp"
#include "server/tables/table_of.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

namespace motcua::tables {

/// One row per appointment as it is now.
struct appointment_row
{
    domain::appointment_id appointment{};
    domain::appointment_code code;
    domain::local_day day{};
    domain::service_code service;
    std::optional<std::string> procedure;
    domain::instant start;
    domain::instant end;
    domain::ticket_channel channel{};
    domain::appointment_state state{};
    domain::instant booked_at;
    /// How often it was moved or cancelled.
    int changes{};
    /// When it was moved, cancelled, missed or checked in last.
    std::optional<domain::instant> changed_at;
    /// The ticket that it became at check-in, and whether that came after the grace time.
    std::optional<domain::ticket_id> ticket;
    bool late{};
    /// The closure that moved or cancelled it.
    std::optional<domain::closure_id> closure;
    /// The tag of the last digits of the phone number, which its holder must know.
    domain::phone_tag last_digits{};

    friend bool operator==(const appointment_row&, const appointment_row&) = default;
};
BOOST_DESCRIBE_STRUCT(appointment_row, (),
                      (appointment, code, day, service, procedure, start, end, channel, state, booked_at,
                       changes, changed_at, ticket, late, closure, last_digits))

template <>
struct table_of<appointment_row>
{
    static constexpr std::string_view name = "appointment";
    static constexpr std::array<std::string_view, 1> key{"appointment"};
    static constexpr std::array<renamed_column, 0> renamed{};
};

} // namespace motcua::tables
