#pragma once
// What can happen to a ticket, in the order of its way. `history` is the word for it in the ticket's history.

#include "server/domain/forecast/forecast.hpp"
#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::domain {

struct ticket_issued
{
    static constexpr std::string_view kind = "ticket_issued";
    static constexpr int version = 3;
    static constexpr std::string_view history = "issued";

    ticket_id ticket;
    service_code service;
    int number;
    local_day day;
    priority_class priority;
    ticket_channel channel;
    std::string lang;
    std::optional<std::string> procedure;
    track_id track;
    /// When the citizen was there; earlier than the event's time for a ticket printed while the server was
    /// away.
    instant issued_at;
    /// From when on it can be due without a head start: later than `issued_at` for somebody who is early for
    /// an appointment.
    instant ready;
    instant due;
    int ahead;
    /// What the citizen is told, counted from `issued_at`.
    forecast promise;
    std::optional<block_id> block;
    /// What it was before the check-in, and whether that came after the grace time.
    std::optional<appointment_id> appointment{};
    bool late{};
};
BOOST_DESCRIBE_STRUCT(ticket_issued, (),
                      (ticket, service, number, day, priority, channel, lang, procedure, track, issued_at,
                       ready, due, ahead, promise, block, appointment, late))

/// A ticket that a kiosk printed while the server was away, and that arrived when its day was over or its
/// service gone: nobody can call it, and its visit ends like that of a ticket that still waits when the day
/// closes.
struct ticket_logged
{
    static constexpr std::string_view kind = "ticket_logged";
    static constexpr int version = 1;
    static constexpr std::string_view history = "issued";

    ticket_id ticket;
    service_code service;
    int number;
    local_day day;
    priority_class priority;
    std::string lang;
    std::optional<std::string> procedure;
    track_id track;
    instant issued_at;
    block_id block;
};
BOOST_DESCRIBE_STRUCT(ticket_logged, (),
                      (ticket, service, number, day, priority, lang, procedure, track, issued_at, block))

struct ticket_called
{
    static constexpr std::string_view kind = "ticket_called";
    static constexpr int version = 1;
    static constexpr std::string_view history = "called";

    ticket_id ticket;
    counter_code counter;
    std::optional<std::string> staff;
    bool out_of_order;
};
BOOST_DESCRIBE_STRUCT(ticket_called, (), (ticket, counter, staff, out_of_order))

/// `state` is `called` for a new announcement, `waiting` for a no-show that came back; then `due` is its
/// place.
struct ticket_recalled
{
    static constexpr std::string_view kind = "ticket_recalled";
    static constexpr int version = 1;
    static constexpr std::string_view history = "recalled";

    ticket_id ticket;
    ticket_state state;
    instant due;
};
BOOST_DESCRIBE_STRUCT(ticket_recalled, (), (ticket, state, due))

struct ticket_started
{
    static constexpr std::string_view kind = "ticket_started";
    static constexpr int version = 1;
    static constexpr std::string_view history = "started";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_started, (), (ticket))

struct ticket_finished
{
    static constexpr std::string_view kind = "ticket_finished";
    static constexpr int version = 1;
    static constexpr std::string_view history = "finished";

    ticket_id ticket;
    visit_outcome outcome;
};
BOOST_DESCRIBE_STRUCT(ticket_finished, (), (ticket, outcome))

struct ticket_no_show
{
    static constexpr std::string_view kind = "ticket_no_show";
    /// Its name in the rows of version 1.
    static constexpr std::string_view kind_v1 = "ticket_not_shown";
    static constexpr int version = 2;
    static constexpr std::string_view history = "no_show";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_no_show, (), (ticket))

struct ticket_held
{
    static constexpr std::string_view kind = "ticket_held";
    static constexpr int version = 2;
    static constexpr std::string_view history = "held";

    ticket_id ticket;
    std::optional<std::string> reason;
    std::optional<instant> until{};
};
BOOST_DESCRIBE_STRUCT(ticket_held, (), (ticket, reason, until))

struct ticket_resumed
{
    static constexpr std::string_view kind = "ticket_resumed";
    static constexpr int version = 1;
    static constexpr std::string_view history = "resumed";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_resumed, (), (ticket))

/// It waits with the due time that it had, for any counter that serves it.
struct ticket_released
{
    static constexpr std::string_view kind = "ticket_released";
    static constexpr int version = 1;
    static constexpr std::string_view history = "released";

    ticket_id ticket;
};
BOOST_DESCRIBE_STRUCT(ticket_released, (), (ticket))

/// `counter` empty: any counter that serves `service` may call it.
struct ticket_transferred
{
    static constexpr std::string_view kind = "ticket_transferred";
    static constexpr int version = 1;
    static constexpr std::string_view history = "transferred";

    ticket_id ticket;
    service_code service;
    std::optional<counter_code> counter;
    instant due;
};
BOOST_DESCRIBE_STRUCT(ticket_transferred, (), (ticket, service, counter, due))

struct ticket_cancelled
{
    static constexpr std::string_view kind = "ticket_cancelled";
    static constexpr int version = 2;
    static constexpr std::string_view history = "cancelled";

    ticket_id ticket;
    std::optional<std::string> reason = {};
};
BOOST_DESCRIBE_STRUCT(ticket_cancelled, (), (ticket, reason))

/// `due` is its place with the class that holds.
struct ticket_priority_set
{
    static constexpr std::string_view kind = "ticket_priority_set";
    static constexpr int version = 1;
    static constexpr std::string_view history = "priority";

    ticket_id ticket;
    priority_class priority;
    bool confirmed;
    instant due;
};
BOOST_DESCRIBE_STRUCT(ticket_priority_set, (), (ticket, priority, confirmed, due))

/// Whether it has a note for a colleague now: a new one takes the place of the last. The text is an erasable
/// row.
struct ticket_note_set
{
    static constexpr std::string_view kind = "ticket_note_set";
    static constexpr int version = 1;
    static constexpr std::string_view history = "note";

    ticket_id ticket;
    bool has_note;
};
BOOST_DESCRIBE_STRUCT(ticket_note_set, (), (ticket, has_note))

/// The day of these tickets is over, and nobody needs their notes any more.
struct notes_erased
{
    static constexpr std::string_view kind = "notes_erased";
    static constexpr int version = 1;

    local_day day{};
    std::vector<ticket_id> tickets;
};
BOOST_DESCRIBE_STRUCT(notes_erased, (), (day, tickets))

/// `due` and `ready` are later by what its holder wished.
struct ticket_postponed
{
    static constexpr std::string_view kind = "ticket_postponed";
    static constexpr int version = 1;
    static constexpr std::string_view history = "postponed";

    ticket_id ticket;
    minutes by;
    instant ready;
    instant due;
};
BOOST_DESCRIBE_STRUCT(ticket_postponed, (), (ticket, by, ready, due))

/// The fate, at the close of the day, of a ticket that was still alive.
struct ticket_closed
{
    static constexpr std::string_view kind = "ticket_closed";
    static constexpr int version = 1;
    static constexpr std::string_view history = "day_closed";

    ticket_id ticket;
    ticket_state state;
};
BOOST_DESCRIBE_STRUCT(ticket_closed, (), (ticket, state))

/// An event that adds a ticket to those of today. Every other event with a `ticket` changes one of them.
template <class Body>
concept adds_a_ticket = std::same_as<Body, ticket_issued> || std::same_as<Body, ticket_logged>;

/// An event that changes a ticket of today.
template <class Body>
concept changes_a_ticket = !adds_a_ticket<Body> && requires(const Body& body)
{
    {
        body.ticket
        } -> std::convertible_to<ticket_id>;
};

} // namespace motcua::domain
