#pragma once
// The states of the screen while a citizen books or checks in.

#include "kiosk/appointments/types.hpp"
#include "kiosk/types.hpp"

#include <variant>

namespace motcua::kiosk {

struct choosing_bookable
{};
struct choosing_slot
{
    std::string service;
    moment since;
    /// The slots of this service have come since the screen is there.
    bool is_known = false;
    /// Monday of the week that is shown.
    std::chrono::local_days week{};
    std::chrono::local_days day{};
    /// Of the day's times.
    std::size_t page = 0;
};
struct holding_slot
{
    std::string key;
    std::string service;
    base::timestamp start;
    moment since;
};
struct entering_phone
{
    held_slot place;
    std::string digits = {};
    /// How long the place is still kept; unknown without a clock.
    std::optional<std::chrono::seconds> left = {};
};
struct booking
{
    booking_request request;
    moment since;
};
struct booked
{
    kiosk::appointment appointment;
    moment since;
};
struct not_booked
{
    booking_refusal why;
    std::string service;
    moment since;
    /// A time that is free.
    std::optional<base::timestamp> next = {};
    /// The request that had no answer.
    std::optional<booking_request> unanswered = {};
};
struct entering_code
{
    std::string code = {};
};
struct checking_in
{
    std::string key;
    std::string code;
    moment since;
};
struct not_checked_in
{
    check_in_refusal why;
    moment since;
    std::optional<std::chrono::local_seconds> time = {};
    std::string number = {};
    /// The check-in that had no answer.
    std::optional<checking_in> unanswered = {};
};
using appointment_screen =
    std::variant<choosing_bookable, choosing_slot, holding_slot, entering_phone, booking, booked, not_booked,
                 entering_code, checking_in, not_checked_in>;

/// Whether it shows times that hold only while the server is there.
inline bool needs_server(const appointment_screen& shown)
{
    return std::holds_alternative<choosing_bookable>(shown) || std::holds_alternative<choosing_slot>(shown);
}

/// Whether the citizen chooses or types something, and may change the language.
inline bool is_choice(const appointment_screen& shown)
{
    return needs_server(shown) || std::holds_alternative<entering_phone>(shown) ||
           std::holds_alternative<entering_code>(shown);
}

/// Whether it waits for the server.
inline bool is_waiting(const appointment_screen& shown)
{
    return std::holds_alternative<holding_slot>(shown) || std::holds_alternative<booking>(shown) ||
           std::holds_alternative<checking_in>(shown);
}

/// Whether it goes home by itself after a time that is shown.
inline bool counts_down(const appointment_screen& shown)
{
    return std::holds_alternative<booked>(shown) || std::holds_alternative<not_booked>(shown) ||
           std::holds_alternative<not_checked_in>(shown);
}

} // namespace motcua::kiosk
