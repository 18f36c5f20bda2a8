#pragma once
// The messages about appointments: what can be booked, and what was.

#include "base/json.hpp"
#include "base/text.hpp"
#include "base/timestamp.hpp"
#include "protocol/words.hpp"

namespace motcua::protocol {

using base::timestamp;

enum class appointment_state
{
    booked,
    checked_in,
    no_show,
    cancelled
};
BOOST_DESCRIBE_ENUM(appointment_state, booked, checked_in, no_show, cancelled)

/// A time that can be booked; what may be booked of it, and how much of that is free.
struct slot
{
    timestamp start;
    timestamp end;
    int capacity{};
    int free{};
};
BOOST_DESCRIBE_STRUCT(slot, (), (start, end, capacity, free))

struct slot_list
{
    std::vector<slot> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(slot_list, (), (items, next_cursor))

/// `POST /sites/{site}/services/{service}/holds`
struct hold_slot
{
    timestamp start;
    std::optional<text<1, 64>> procedure;
};
BOOST_DESCRIBE_STRUCT(hold_slot, (), (start, procedure))

/// A place that is kept while a form is filled.
struct slot_hold
{
    std::string hold;
    std::string service;
    timestamp start;
    timestamp end;
    timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(slot_hold, (), (hold, service, start, end, expires_at))

/// `POST /sites/{site}/appointments`
struct book_appointment
{
    code_text service;
    timestamp start;
    std::optional<text<1, 100>> name;
    text<1, 30> phone;
    std::optional<text<1, 64>> procedure;
    std::optional<text<1, 64>> hold;
    std::optional<language> lang;
};
BOOST_DESCRIBE_STRUCT(book_appointment, (), (service, start, name, phone, procedure, hold, lang))

/// `POST /appointments/{code}/reschedule`
struct reschedule
{
    timestamp start;
};
BOOST_DESCRIBE_STRUCT(reschedule, (), (start))

/// Without name and phone number, which only `…/person` shows.
struct appointment
{
    std::string code;
    std::string site;
    std::string site_name;
    std::string site_name_en;
    std::string service;
    std::string service_name;
    std::string service_name_en;
    std::optional<std::string> procedure;
    base::day day{};
    timestamp start;
    timestamp end;
    appointment_state state{};
    /// Where it was booked: kiosk, online, staff.
    protocol::channel channel{};
    timestamp booked_at;
    /// How often it was moved or cancelled.
    int changes{};
    /// From when on, and until when on time, it can be checked in; null once its day is over.
    std::optional<timestamp> check_in_from;
    std::optional<timestamp> on_time_until;
    /// The number of the ticket that it became at check-in, and whether that came after the grace time.
    std::optional<std::string> number;
    bool late{};
    /// The closure that moved or cancelled it, where its holder has to be told.
    std::optional<std::int64_t> closure;
    timestamp time;
};
BOOST_DESCRIBE_STRUCT(appointment, (),
                      (code, site, site_name, site_name_en, service, service_name, service_name_en, procedure,
                       day, start, end, state, channel, booked_at, changes, check_in_from, on_time_until,
                       number, late, closure, time))

struct appointment_list
{
    std::vector<appointment> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(appointment_list, (), (items, next_cursor))

/// `GET /appointments/{code}/person`
struct person
{
    std::optional<std::string> name;
    std::string phone;
};
BOOST_DESCRIBE_STRUCT(person, (), (name, phone))

/// `POST /sites/{site}/closures`: of one service, of one counter, or of the whole site.
struct close_slots
{
    timestamp from;
    timestamp to;
    std::optional<code_text> service;
    std::optional<code_text> counter;
    reason_text reason;
};
BOOST_DESCRIBE_STRUCT(close_slots, (), (from, to, service, counter, reason))

struct proposed_time
{
    timestamp start;
};
BOOST_DESCRIBE_STRUCT(proposed_time, (), (start))

/// An appointment that a closure leaves without a counter, and where it goes; null: it is cancelled.
struct affected_booking
{
    std::string code;
    std::string service;
    timestamp start;
    std::optional<proposed_time> proposal;
};
BOOST_DESCRIBE_STRUCT(affected_booking, (), (code, service, start, proposal))

struct closure
{
    std::int64_t id{};
    timestamp from;
    timestamp to;
    std::optional<std::string> service;
    std::optional<std::string> counter;
    std::string reason;
    std::vector<affected_booking> bookings;
};
BOOST_DESCRIBE_STRUCT(closure, (), (id, from, to, service, counter, reason, bookings))

struct closure_list
{
    std::vector<closure> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(closure_list, (), (items, next_cursor))

/// `appointments_changed`: one was booked, moved, cancelled or missed; who shows them reads them again.
struct feed_appointments
{
    std::string type;
    std::int64_t seq{};
    std::int64_t prev{};
};
BOOST_DESCRIBE_STRUCT(feed_appointments, (), (type, seq, prev))

} // namespace motcua::protocol
