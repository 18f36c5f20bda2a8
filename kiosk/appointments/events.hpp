#pragma once
// What happens while a citizen books or checks in, and what that asks of the server.

#include "kiosk/appointments/types.hpp"
#include "kiosk/types.hpp"

#include <variant>

namespace motcua::kiosk {

// Touches.
/// "Book an appointment", and "I have one".
struct tapped_book
{
    bool operator==(const tapped_book&) const = default;
};
struct tapped_check_in
{
    bool operator==(const tapped_check_in&) const = default;
};
/// The service to book, of a card or of a refusal.
struct tapped_bookable
{
    std::string service;
    bool operator==(const tapped_bookable&) const = default;
};
struct tapped_week
{
    std::chrono::local_days monday;
    bool operator==(const tapped_week&) const = default;
};
struct tapped_day
{
    std::chrono::local_days day;
    bool operator==(const tapped_day&) const = default;
};
/// Other times of the same day; only the screen knows how many pages there are.
struct tapped_times
{
    std::size_t page;
    bool operator==(const tapped_times&) const = default;
};
struct tapped_slot
{
    std::string service;
    base::timestamp start;
    bool operator==(const tapped_slot&) const = default;
};
/// A key of the phone number or of the code.
struct tapped_key
{
    char letter;
    bool operator==(const tapped_key&) const = default;
};
struct tapped_delete
{
    bool operator==(const tapped_delete&) const = default;
};
/// The number, or the code, is complete.
struct tapped_confirm
{
    bool operator==(const tapped_confirm&) const = default;
};
/// The same request again, because no answer came.
struct tapped_retry
{
    bool operator==(const tapped_retry&) const = default;
};
/// Not a touch: a letter of a keyboard or of a scanner that types.
struct typed_letter
{
    char32_t letter;
    bool operator==(const typed_letter&) const = default;
};

// From the server.
struct slots_arrived
{
    std::string service;
    std::vector<slot> slots;
    bool operator==(const slots_arrived&) const = default;
};
struct slots_missing
{
    std::string service;
    bool operator==(const slots_missing&) const = default;
};
struct slot_held
{
    std::string key;
    held_slot place;
    bool operator==(const slot_held&) const = default;
};
/// Neither held nor booked.
struct booking_refused
{
    std::string key;
    booking_refusal why;
    /// The next free time, where the server names one.
    std::optional<base::timestamp> next = {};
    bool operator==(const booking_refused&) const = default;
};
struct appointment_booked
{
    std::string key;
    kiosk::appointment appointment;
    /// The last four of the phone number, with which it can be cancelled.
    std::string digits;
    bool operator==(const appointment_booked&) const = default;
};
struct checked_in
{
    std::string key;
    kiosk::ticket ticket;
    bool operator==(const checked_in&) const = default;
};
struct check_in_refused
{
    std::string key;
    check_in_refusal why;
    /// See check_in_refusal.
    std::optional<std::chrono::local_seconds> time = {};
    std::string number = {};
    bool operator==(const check_in_refused&) const = default;
};
using appointment_event = std::variant<tapped_book, tapped_check_in, tapped_bookable, tapped_week, tapped_day,
                                       tapped_times, tapped_slot, tapped_key, tapped_delete, tapped_confirm,
                                       tapped_retry, typed_letter, slots_arrived, slots_missing, slot_held,
                                       booking_refused, appointment_booked, checked_in, check_in_refused>;

/// Whether a finger did it; a scanner may type at any time.
bool is_of_finger(const appointment_event& happened);

// Effects.
/// Answered by slots_arrived or slots_missing.
struct find_slots
{
    std::string service;
    std::chrono::local_days from;
    std::chrono::local_days to;
    bool operator==(const find_slots&) const = default;
};
/// Answered by slot_held or booking_refused with the same key.
struct hold_slot
{
    std::string key;
    std::string service;
    base::timestamp start;
    bool operator==(const hold_slot&) const = default;
};
/// Answered by appointment_booked or booking_refused with the request's key.
struct book
{
    booking_request request;
    bool operator==(const book&) const = default;
};
/// Cancels an appointment whose code no screen showed. Without an answer.
struct unbook
{
    std::string code;
    std::string digits;
    bool operator==(const unbook&) const = default;
};
/// Answered by checked_in or check_in_refused with the same key.
struct check_in
{
    std::string key;
    std::string code;
    bool operator==(const check_in&) const = default;
};
using appointment_effect = std::variant<find_slots, hold_slot, book, unbook, check_in>;

} // namespace motcua::kiosk
