#pragma once
// What can be asked about appointments: hold a place, book, move, cancel, check in; and close for a time.

#include "server/domain/types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

/// Keeps a place while a form is filled. `length` is that of the procedure; none: of a slot.
struct hold_slot
{
    hold_id hold{};
    service_code service;
    instant start;
    std::optional<minutes> length;
    ticket_channel channel{};
};

/// With `hold` the place that is held; a hold that was used before gives the appointment that it was used
/// for. The first of `codes` that no appointment has is taken.
struct book_appointment
{
    std::vector<appointment_code> codes;
    std::optional<hold_id> hold;
    service_code service;
    std::optional<std::string> procedure;
    instant start;
    std::optional<minutes> length;
    ticket_channel channel{};
    std::string lang{"vi"};
    phone_tag phone{};
    phone_tag last_digits{};
};

/// Frees its own place first. `phone` is the tag for the new day, where the number is still known.
/// `last_digits` proves who asks; none: an officer.
struct move_appointment
{
    appointment_code code;
    instant start;
    std::optional<phone_tag> phone;
    std::optional<phone_tag> last_digits;
    ticket_channel channel{};
};

struct cancel_appointment
{
    appointment_code code;
    std::optional<phone_tag> last_digits;
};

/// Makes a ticket of it: its holder is there.
struct check_in
{
    appointment_code code;
    track_id track{};
};

/// Ends the holds whose time is over, and the wait for those who did not come.
struct tend_appointments
{};

/// From now on nothing can be booked between `from` and `to` for `service`, for what only `counter` serves,
/// or, with neither, for the site. What is booked there stays until the closure is applied.
struct close_slots
{
    instant from;
    instant to;
    std::optional<service_code> service;
    std::optional<counter_code> counter;
    std::string reason;
};

/// Moves each appointment that the closure leaves without a counter to the next free slot, and cancels it
/// where there is none.
struct apply_closure
{
    closure_id closure{};
};

/// Somebody is about to see name and phone number of an appointment, which may be one of days before.
struct show_person
{
    appointment_id appointment{};
};

} // namespace motcua::domain
