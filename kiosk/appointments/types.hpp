#pragma once
// The words of booking and check-in: times that can be booked, appointments, and why there is none.

#include "base/timestamp.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::kiosk {

/// A time that can be booked, and how many places of it are free.
struct slot
{
    base::timestamp start;
    int free = 0;
    bool operator==(const slot&) const = default;
};

/// By the code of their service, in order of time; a service that is missing or has none cannot be booked.
using slot_lists = std::map<std::string, std::vector<slot>, std::less<>>;

/// A place that the server keeps while the phone number is typed.
struct held_slot
{
    std::string hold;
    std::string service;
    base::timestamp start;
    base::timestamp expires_at;
    bool operator==(const held_slot&) const = default;
};

/// A request for an appointment. The phone number goes no further than this and the server.
struct booking_request
{
    std::string key;
    held_slot place;
    std::string phone;
    std::string language;
    bool operator==(const booking_request&) const = default;
};

struct appointment
{
    std::string code;
    std::string service;
    std::chrono::local_seconds start{};
    /// From when on it can be checked in.
    std::optional<std::chrono::local_seconds> check_in_from;
    bool operator==(const appointment&) const = default;
};

enum class booking_refusal
{
    full,         ///< somebody else took the last place
    expired,      ///< the place was held too long
    too_many,     ///< the phone number has as many appointments on that day as one may have
    not_bookable, ///< the time, or the service, cannot be booked
    suspended,    ///< nothing is booked for the time being
    unanswered,   ///< no answer came in time
    other
};

/// The refusal that an error `code` of the server means.
booking_refusal booking_refusal_of(std::string_view code);

enum class check_in_refusal
{
    too_early,  ///< comes with the time from which it can be checked in
    wrong_day,  ///< comes with the time of the appointment
    already,    ///< comes with the number, where the ticket is still known
    too_late,   ///< the service gives no more numbers today
    unknown,    ///< nobody has this code
    cancelled,  ///< the appointment was cancelled
    suspended,  ///< no numbers are given for the time being
    unanswered, ///< no answer came in time
    other
};

/// The refusal that an error `code` of the server means.
check_in_refusal check_in_refusal_of(std::string_view code);

/// The letters and digits of an appointment's code, and how many of them it has.
inline constexpr std::string_view code_letters = "23456789BCDFGHJKMNPQRSTVWXYZ";
inline constexpr std::size_t code_length = 6;

/// The digits of a mobile number of Viet Nam.
inline constexpr std::size_t phone_length = 10;

/// Whether this is a whole mobile number: ten digits, the first of them 0.
bool is_phone(std::string_view digits);

/// "0912 345 678", also while it is being typed.
std::string grouped_phone(std::string_view digits);

/// What of a typed or scanned text can be a code, in capitals: of an address what follows its "#", of
/// everything else all but blanks and hyphens. Empty when another character is in it, or too many.
std::string code_in(std::string_view text);

/// Monday of the week of `day`.
std::chrono::local_days week_of(std::chrono::local_days day);

std::chrono::local_days day_of(const base::timestamp& at);

/// The first slot with a free place on another day than `but_not`; null when there is none.
const slot* first_free(const std::vector<slot>& slots,
                       const std::optional<std::chrono::local_days>& but_not = {});

/// The slots of one day.
std::vector<slot> slots_on(const std::vector<slot>& slots, std::chrono::local_days day);

} // namespace motcua::kiosk
