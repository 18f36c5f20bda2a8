#pragma once
// Everything that a site can be asked to do, who asks, and why it is refused. Ids and unguessable tokens come
// in with the command. A command stands in the folder of its aggregate, beside the events that follow from
// it.

#include "server/domain/appointments/commands.hpp"
#include "server/domain/calendar/commands.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/counters/commands.hpp"
#include "server/domain/devices/commands.hpp"
#include "server/domain/intake/commands.hpp"
#include "server/domain/number_blocks/commands.hpp"
#include "server/domain/ratings/commands.hpp"
#include "server/domain/settings/commands.hpp"
#include "server/domain/staff/commands.hpp"
#include "server/domain/tickets/commands.hpp"

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace motcua::domain {

class forecast_memory;

using command =
    std::variant<configure_site, turn_day, issue_ticket, issue_offline_ticket, call_next, call_ticket,
                 recall_ticket, start_ticket, finish_ticket, mark_no_show, hold_ticket, resume_ticket,
                 release_ticket, transfer_ticket, cancel_ticket, set_priority, open_counter, pause_counter,
                 close_counter, lease_block, suspend_intake, resume_intake, note_console, add_staff,
                 change_staff, set_password, sign_in, sign_out, add_device, take_device_token, revoke_device,
                 hold_slot, book_appointment, move_appointment, cancel_appointment, check_in,
                 tend_appointments, close_slots, apply_closure, show_person, postpone_ticket, return_ticket,
                 change_service, rate_visit, set_note>;

/// Who asks, and when. `counter` is the counter that the actor may act for; empty for one who may act for
/// all.
struct context
{
    instant now;
    std::string actor;
    std::optional<counter_code> counter;
    std::optional<std::string> staff;
    /// The zone of the site; for new settings the one that they name, null where there is none of that name.
    const time_zone* zone = &zone_of_vietnam();
    /// Where promises of the last moments are found; null: each is worked out by itself.
    forecast_memory* forecasts = nullptr;
};

enum class refusal_code
{
    day_not_open,
    unknown_service,
    unknown_counter,
    unknown_ticket,
    unknown_block,
    service_not_at_counter,
    no_services,
    repeated_service,
    service_or_counter,
    number_not_in_block,
    number_taken,
    no_numbers_left,
    out_of_range,
    track_taken,
    wrong_state,
    counter_closed,
    busy,
    not_your_ticket,
    not_your_block,
    not_an_outcome,
    invalid_settings,
    changed_meanwhile,
    in_use,
    closed,
    suspended,
    quota_used,
    too_late_today,
    name_taken,
    unknown_staff,
    unknown_session,
    last_administrator,
    counter_taken,
    unknown_device,
    missing,
    not_a_slot,
    slot_full,
    hold_expired,
    too_many_bookings,
    unknown_appointment,
    unknown_closure,
    too_early,
    wrong_day,
    too_late,
    already_checked_in,
    postponed_enough,
    not_served,
    already_rated
};
BOOST_DESCRIBE_ENUM(refusal_code, day_not_open, unknown_service, unknown_counter, unknown_ticket,
                    unknown_block, service_not_at_counter, no_services, repeated_service, service_or_counter,
                    number_not_in_block, number_taken, no_numbers_left, out_of_range, track_taken,
                    wrong_state, counter_closed, busy, not_your_ticket, not_your_block, not_an_outcome,
                    invalid_settings, changed_meanwhile, in_use, closed, suspended, quota_used,
                    too_late_today, name_taken, unknown_staff, unknown_session, last_administrator,
                    counter_taken, unknown_device, missing, not_a_slot, slot_full, hold_expired,
                    too_many_bookings, unknown_appointment, unknown_closure, too_early, wrong_day, too_late,
                    already_checked_in, postponed_enough, not_served, already_rated)

/// Why a command was refused.
struct refusal
{
    refusal_code code;
    /// The field of the command that is at fault, if there is one.
    std::string field{};
    /// The state that did not allow it, for `wrong_state` and `counter_closed`.
    std::string state{};
    /// What is wrong with the field, for `invalid_settings`, `in_use` and `not_a_slot`; the manager's reason,
    /// for `suspended`.
    std::string why{};
    /// The numbers of the tickets, or the codes of the appointments, that stand against it, for `in_use`.
    std::vector<std::string> held_by{};
    /// When tickets are issued again, where that is known, and when a suspension ends.
    std::optional<instant> opens_at{};
    std::optional<instant> until{};
    /// The first time that can be booked, where something is full or closed.
    std::optional<instant> first_free_slot{};
    /// When the appointment begins, for a check-in at another time.
    std::optional<instant> start{};
    /// That of the ticket that an appointment became, for `already_checked_in`.
    std::string number{};
};

} // namespace motcua::domain
