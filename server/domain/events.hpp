#pragma once
// Everything that can have happened at a site. Events are never rewritten; each carries all that follows from
// it, so that applying one looks nothing up. An event stands in the folder of its aggregate and says there:
// - `kind`, the name under which it is stored and sent;
// - `version`, that of its stored body: old ones are lifted when they are read;
// - `kind_v1`, where version 1 was stored under another name;
// - `history`, the word for it in a ticket's history, where it stands there.

#include "server/domain/appointments/events.hpp"
#include "server/domain/calendar/events.hpp"
#include "server/domain/counters/events.hpp"
#include "server/domain/devices/events.hpp"
#include "server/domain/intake/events.hpp"
#include "server/domain/number_blocks/events.hpp"
#include "server/domain/ratings/events.hpp"
#include "server/domain/settings/events.hpp"
#include "server/domain/staff/events.hpp"
#include "server/domain/tickets/events.hpp"

#include <array>
#include <boost/describe/class.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace motcua::domain {

using event_body =
    std::variant<site_configured, clock_anchored, utc_offset_changed, day_opened, day_closed, ticket_issued,
                 ticket_called, ticket_recalled, ticket_started, ticket_finished, ticket_no_show, ticket_held,
                 ticket_resumed, ticket_released, ticket_transferred, ticket_cancelled, ticket_priority_set,
                 ticket_closed, counter_opened, counter_paused, counter_closed, block_leased, ticket_logged,
                 intake_suspended, intake_resumed, console_connected, console_lost, staff_added,
                 staff_changed, password_set, staff_signed_in, staff_signed_out, device_added,
                 device_token_taken, device_revoked, slot_held, slot_hold_expired, appointment_booked,
                 appointment_moved, appointment_cancelled, appointment_missed, slots_closed, person_shown,
                 persons_erased, ticket_postponed, visit_rated, remarks_erased, ticket_note_set,
                 notes_erased>;

/// 128 bits each: a hash of the actor and their key, and a hash of the request.
struct request_key
{
    std::array<std::uint8_t, 16> key;
    std::array<std::uint8_t, 16> request;

    friend auto operator<=>(const request_key&, const request_key&) = default;
};
BOOST_DESCRIBE_STRUCT(request_key, (), (key, request))

/// One entry of a site's journal. `seq` counts from 1 without a gap.
struct event
{
    std::int64_t seq;
    instant at;
    /// "kiosk:hall", "counter:1", "staff:lan"; "site" for what the site does by itself.
    std::string actor;
    std::optional<request_key> key;
    event_body body;
};

/// The ticket that an event is about; none for an event of the site, a counter or a block of numbers.
std::optional<ticket_id> ticket_of(const event_body& body);

} // namespace motcua::domain
