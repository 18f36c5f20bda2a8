#pragma once
// The words of the domain: instants, identities and the states that tickets and counters can be in.

#include <array>
#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <chrono>
#include <cstdint>
#include <string>

namespace motcua::domain {

/// Microseconds UTC. Time comes in with each command; nothing in the domain reads a clock.
using instant = std::chrono::sys_time<std::chrono::microseconds>;
using std::chrono::minutes;
using std::chrono::seconds;

/// A day of the site's own calendar.
using local_day = std::chrono::local_days;

/// What the clock on the wall of the site shows.
using local_time = std::chrono::local_time<std::chrono::microseconds>;

/// Counts the tickets of a site from 1, across all days; its order is the issue order.
enum class ticket_id : std::int64_t
{
};

/// 128 random bits that come in with the command: anyone who knows them may follow the ticket.
using track_id = std::array<std::uint8_t, 16>;

/// Counts the blocks of numbers that a site leased to kiosks from 1, across all days.
enum class block_id : std::int64_t
{
};

/// Counts the appointments of a site from 1.
enum class appointment_id : std::int64_t
{
};

/// Counts the closures of a site from 1.
enum class closure_id : std::int64_t
{
};

/// 128 random bits that come in with the command: anyone who knows them may book the place that is held.
using hold_id = std::array<std::uint8_t, 16>;

/// 128 bits that follow from a phone number and the office's key, and tell nothing without it.
using phone_tag = std::array<std::uint8_t, 16>;

/// Six characters without look-alikes, by which its holder names an appointment: "7KQ2MD".
using appointment_code = std::string;

using service_code = std::string;
using counter_code = std::string;

enum class ticket_state
{
    waiting,
    called,
    serving,
    held,
    served,
    no_show,
    cancelled
};
BOOST_DESCRIBE_ENUM(ticket_state, waiting, called, serving, held, served, no_show, cancelled)

enum class priority_class
{
    none,
    elderly,
    disabled,
    pregnant,
    infant,
    merit
};
BOOST_DESCRIBE_ENUM(priority_class, none, elderly, disabled, pregnant, infant, merit)

enum class ticket_channel
{
    kiosk,
    phone,
    staff,
    appointment,
    online
};
BOOST_DESCRIBE_ENUM(ticket_channel, kiosk, phone, staff, appointment, online)

/// How a visit ended. An officer finishes with one of the first four; the others come from other events.
enum class visit_outcome
{
    served,
    documents_missing,
    wrong_service,
    left,
    no_show,
    cancelled,
    day_closed
};
BOOST_DESCRIBE_ENUM(visit_outcome, served, documents_missing, wrong_service, left, no_show, cancelled,
                    day_closed)

enum class counter_state
{
    closed,
    open,
    paused
};
BOOST_DESCRIBE_ENUM(counter_state, closed, open, paused)

/// The name of a described enumerator, as it goes over the wire and into the journal.
template <class Enum>
std::string name_of(Enum value)
{
    return boost::describe::enum_to_string(value, "");
}

} // namespace motcua::domain
