#pragma once
// The words of the kiosk: the office, its services, tickets, requests and refusals.

#include "client/forecast.hpp"
#include "client/intake.hpp"
#include "kiosk/limits.hpp"
#include "kiosk/opening_hours.hpp"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::kiosk {

/// The monotonic clock; only differences matter.
using moment = std::chrono::steady_clock::time_point;

/// The priority classes that a citizen can choose, by their names on the wire, in the order of the screen.
inline constexpr std::array<std::string_view, 5> priority_classes{"elderly", "disabled", "pregnant", "infant",
                                                                  "merit"};

/// A text in the office's languages by code; Vietnamese is always there.
using names = std::map<std::string, std::string, std::less<>>;

/// The name in `language`, else the Vietnamese one.
const std::string& name_in(const names& all, std::string_view language);

/// One of the office's services as the kiosk offers it.
struct service
{
    std::string code;
    names name;
    int waiting = 0;
    /// Of an ordinary newcomer.
    client::forecast forecast;
    client::intake intake;
    bool operator==(const service&) const = default;
};

struct office
{
    names name;
    /// Whether the priority classes are offered.
    bool priority = true;
    int elderly_age = 60;
    int infant_months = 36;
    /// How long a screen stays that nobody touches.
    std::chrono::seconds home_after = limits::left_alone;
    /// The address that phones reach; empty where there is none.
    std::string public_url = {};
    bool operator==(const office&) const = default;
};

/// A request to the server for one citizen's ticket.
struct request
{
    std::string key;
    std::string service;
    std::string priority;
    std::string language;

    /// Whether `other` asks for the same ticket; its key may differ.
    bool same_wish(const request& other) const
    {
        return service == other.service && priority == other.priority && language == other.language;
    }
    bool operator==(const request&) const = default;
};

/// The appointment that became a ticket.
struct booking_of_ticket
{
    std::chrono::local_seconds start{};
    /// Its holder came after the grace time: it has the place of a ticket of that moment.
    bool is_late = false;
    bool operator==(const booking_of_ticket&) const = default;
};

struct ticket
{
    std::string number;
    std::string service;
    std::string priority;
    int ahead = 0;
    /// What its holder is promised when it is issued.
    client::forecast forecast;
    std::chrono::local_seconds issued_at{};
    std::string id = {};
    /// The page on which a phone follows it; empty where the office has none that a phone can reach.
    std::string page = {};
    /// Of one that was an appointment.
    std::optional<kiosk::booking_of_ticket> booked = {};
    bool operator==(const ticket&) const = default;
};

/// The contents of a ticket's slip of paper.
struct slip
{
    kiosk::ticket ticket;
    names office;
    /// The ticket's service; without one, unknown to the kiosk, its code is shown.
    std::optional<kiosk::service> service;
    /// The code of the slip's language.
    std::string language;
    /// Of the day.
    opening_hours hours = {};
    bool operator==(const slip&) const = default;
};

enum class refusal
{
    closed,     ///< outside working hours
    suspended,  ///< for the time being
    full,       ///< no more numbers today
    unknown,    ///< the service gives no numbers
    unanswered, ///< no answer came in time
    too_fast,   ///< numbers enough were taken just now
    other
};

/// The refusal that an error `code` of the server means.
refusal refusal_of(std::string_view code);

/// The service with this code among `services`; null when there is none.
const service* find_service(const std::vector<service>& services, std::string_view code);

} // namespace motcua::kiosk
