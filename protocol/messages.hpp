#pragma once
// The messages of the interface, each once: requests in their own file, answers, feed messages. Member names
// are the wire names; a member that may be left out of a request is an optional.

#include "base/json.hpp"
#include "base/text.hpp"
#include "base/timestamp.hpp"
#include "protocol/devices.hpp"
#include "protocol/requests.hpp"
#include "protocol/staff.hpp"
#include "protocol/track.hpp"
#include "protocol/words.hpp"

namespace motcua::protocol {

using base::timestamp;

// ---- answers

/// A ticket as anybody in the hall may see it: nothing tells whether or why it has priority.
struct public_ticket
{
    std::string id;
    std::string number;
    std::string service;
    std::string site;
    base::day day{};
    ticket_state state{};
    std::optional<std::string> counter;
    timestamp issued_at;
    std::optional<timestamp> called_at;
    int calls{};
};
BOOST_DESCRIBE_STRUCT(public_ticket, (),
                      (id, number, service, site, day, state, counter, issued_at, called_at, calls))

struct history_entry
{
    std::string what;
    timestamp at;
    std::string actor;
    std::optional<std::string> counter;
    bool out_of_order{};
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(history_entry, (), (what, at, actor, counter, out_of_order, reason))

/// A ticket as kiosk, counter and manager see it.
struct ticket
{
    std::string id;
    std::string number;
    std::string service;
    std::string site;
    base::day day{};
    protocol::priority priority{};
    /// Whether an officer has looked at a proof of it; null: nobody has yet.
    std::optional<bool> priority_confirmed;
    protocol::channel channel{};
    language lang{};
    std::optional<std::string> procedure;
    /// When its appointment begins, and whether the check-in came after the grace time; null for others.
    std::optional<timestamp> booked_for;
    std::optional<bool> late;
    ticket_state state{};
    /// When its state or place changed last.
    std::optional<timestamp> since;
    /// How long it was in service at its counter before that: what its clock goes on from after a hold.
    std::optional<std::int64_t> served_s;
    /// While it is held: why, where the officer said so.
    std::optional<std::string> hold_reason;
    /// Whether an officer left a note for the colleague who gets it.
    std::optional<bool> has_note;
    timestamp issued_at;
    /// The calling rule's key: the earliest is called first.
    timestamp due_at;
    int ahead{};
    /// What the citizen was told when it was issued: null where no minutes were.
    std::optional<std::int64_t> expected_wait_s;
    std::optional<std::int64_t> expected_from_s;
    std::optional<std::int64_t> expected_to_s;
    std::optional<timestamp> expected_call_at;
    protocol::forecast_state forecast_state{};
    /// When a counter opens that serves it, where none is open.
    std::optional<timestamp> opens_at;
    /// It may not be reached today.
    bool doubtful{};
    std::string track_url;
    std::optional<std::string> counter;
    /// While it waits: the one counter that may call it.
    std::optional<std::string> reserved_for;
    std::optional<std::string> staff;
    std::optional<timestamp> first_called_at;
    std::optional<timestamp> called_at;
    std::optional<timestamp> served_from;
    std::optional<timestamp> served_to;
    /// While it is held: when the citizen is to be back.
    std::optional<timestamp> held_until;
    int calls{};
    int transfers{};
    bool out_of_order{};
    /// No number of its service comes after it today: the quota is used.
    bool last_today{};
    std::optional<protocol::outcome> outcome;
};
BOOST_DESCRIBE_STRUCT(ticket, (),
                      (id, number, service, site, day, priority, priority_confirmed, channel, lang, procedure,
                       booked_for, late, state, since, served_s, hold_reason, has_note, issued_at, due_at,
                       ahead, expected_wait_s, expected_from_s, expected_to_s, expected_call_at,
                       forecast_state, opens_at, doubtful, track_url, counter, reserved_for, staff,
                       first_called_at, called_at, served_from, served_to, held_until, calls, transfers,
                       out_of_order, last_today, outcome))

/// `GET /tickets/{id}`
struct ticket_with_history : ticket
{
    /// The note itself, for officers at a counter only; null for everybody else.
    std::optional<std::string> note;
    std::vector<history_entry> history;
};
BOOST_DESCRIBE_STRUCT(ticket_with_history, (ticket), (note, history))

struct ticket_list
{
    std::vector<ticket> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ticket_list, (), (items, next_cursor))

struct counter
{
    std::string counter;
    counter_state state{};
    std::vector<std::string> services;
    /// That it is set up for, whether it is open or not.
    std::optional<std::vector<std::string>> allowed_services;
    /// The number called or in service there.
    std::optional<std::string> number;
    /// The login of the officer, for staff only.
    std::optional<std::string> staff;
    std::optional<std::string> staff_name;
    /// Why it is paused, and when its officer means to be back.
    std::optional<std::string> reason;
    std::optional<timestamp> until;
    /// Since when it is paused.
    std::optional<timestamp> paused_at;
};
BOOST_DESCRIBE_STRUCT(counter, (),
                      (counter, state, services, allowed_services, number, staff, staff_name, reason, until,
                       paused_at))

struct service
{
    std::string code;
    std::string name;
    std::string name_en;
    std::int64_t target_s{};
    /// Whether times can be booked.
    std::optional<bool> bookable;
    intake_state state{};
    /// Why it is suspended.
    std::optional<std::string> reason;
    /// When the suspension ends; null: when it is resumed.
    std::optional<timestamp> until;
    /// When tickets are issued again, where it is not open and that is known; where it is open, when a
    /// counter opens that serves it, if none is.
    std::optional<timestamp> opens_at;
    /// The last number of today, once the quota is used or closing is too near.
    std::optional<std::string> last_number;
    int waiting{};
    /// What an ordinary newcomer would wait: null where nothing can be said.
    std::optional<std::int64_t> expected_wait_s;
    std::optional<std::int64_t> expected_from_s;
    std::optional<std::int64_t> expected_to_s;
    protocol::forecast_state forecast_state{};
    bool doubtful{};
};
BOOST_DESCRIBE_STRUCT(service, (),
                      (code, name, name_en, target_s, bookable, state, reason, until, opens_at, last_number,
                       waiting, expected_wait_s, expected_from_s, expected_to_s, forecast_state, doubtful))

struct service_list
{
    std::vector<service> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(service_list, (), (items, next_cursor))

// ---- board and feed

struct board_call
{
    std::string number;
    std::string counter;
    std::string service;
    timestamp called_at;
};
BOOST_DESCRIBE_STRUCT(board_call, (), (number, counter, service, called_at))

struct board_service
{
    std::string service;
    std::string name;
    std::string name_en;
    int waiting{};
    /// The rest as in `service`.
    std::optional<std::int64_t> expected_wait_s;
    std::optional<std::int64_t> expected_from_s;
    std::optional<std::int64_t> expected_to_s;
    protocol::forecast_state forecast_state{};
    bool doubtful{};
    intake_state state{};
    std::optional<std::string> reason;
    std::optional<timestamp> until;
    std::optional<timestamp> opens_at;
    std::optional<std::string> last_number;
    /// The numbers that are called next, three at most.
    std::vector<std::string> next;
};
BOOST_DESCRIBE_STRUCT(board_service, (),
                      (service, name, name_en, waiting, expected_wait_s, expected_from_s, expected_to_s,
                       forecast_state, doubtful, state, reason, until, opens_at, last_number, next))

/// `GET /sites/{site}/board`, and the feed's first message. `seq` is that of the last message sent.
struct board
{
    std::string site;
    timestamp time;
    std::vector<board_call> calling;
    std::vector<board_service> services;
    std::vector<protocol::counter> counters;
    std::int64_t seq{};
};
BOOST_DESCRIBE_STRUCT(board, (), (site, time, calling, services, counters, seq))

struct feed_snapshot
{
    std::string type;
    std::int64_t seq{};
    std::string epoch;
    protocol::board board;
};
BOOST_DESCRIBE_STRUCT(feed_snapshot, (), (type, seq, epoch, board))

/// One change of one ticket. `Ticket` is `ticket` for staff and `public_ticket` for everybody else.
template <class Ticket>
struct feed_ticket
{
    std::string type;
    std::int64_t seq{};
    std::int64_t prev{};
    Ticket ticket;
    std::optional<std::string> counter;
};
BOOST_DESCRIBE_STRUCT(feed_ticket<ticket>, (), (type, seq, prev, ticket, counter))
BOOST_DESCRIBE_STRUCT(feed_ticket<public_ticket>, (), (type, seq, prev, ticket, counter))

/// What happened to a counter: `counter_opened`, `counter_paused` or `counter_closed`.
struct feed_counter
{
    std::string type;
    std::int64_t seq{};
    std::int64_t prev{};
    std::string counter;
    /// The counter after it.
    protocol::counter status;
};
BOOST_DESCRIBE_STRUCT(feed_counter, (), (type, seq, prev, counter, status))

/// `day_opened`: a new business day has begun; who shows the board reads it again.
struct feed_day
{
    std::string type;
    std::int64_t seq{};
    std::int64_t prev{};
    base::day day{};
};
BOOST_DESCRIBE_STRUCT(feed_day, (), (type, seq, prev, day))

/// `site_configured`: the settings have changed; who shows services, counters or names reads them again.
struct feed_settings
{
    std::string type;
    std::int64_t seq{};
    std::int64_t prev{};
    /// That of the settings.
    int version{};
};
BOOST_DESCRIBE_STRUCT(feed_settings, (), (type, seq, prev, version))

/// `intake_suspended`, `intake_resumed`: a service, or without one the site, takes no tickets or takes them
/// again; who shows services reads them again.
struct feed_intake
{
    std::string type;
    std::int64_t seq{};
    std::int64_t prev{};
    std::optional<std::string> service;
};
BOOST_DESCRIBE_STRUCT(feed_intake, (), (type, seq, prev, service))

// ---- health and errors

/// `GET /healthz` and `GET /readyz`.
struct health
{
    std::string status;
    std::string version;
    std::vector<std::string> reasons;
    std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(health, (), (status, version, reasons, warnings))

/// RFC 9457 problem details; `code` is a stable word, `field` the one field at fault.
struct problem
{
    std::string type;
    std::string title;
    int status{};
    std::string detail;
    std::string code;
    std::optional<std::string> field;
    /// With `wrong_state`: the state in the way.
    std::optional<std::string> state;
    /// With `in_use`: the numbers of the tickets, or the codes of the appointments, in the way.
    std::optional<std::vector<std::string>> tickets;
    std::optional<std::vector<std::string>> appointments;
    /// With a ticket that is not issued now: when they are again, and why and how long the service is
    /// suspended.
    std::optional<timestamp> opens_at;
    std::optional<std::string> reason;
    std::optional<timestamp> until;
    /// With what is full, or closed now: the first time that can be booked.
    std::optional<timestamp> first_free_slot;
    /// With a check-in at the wrong time: when the appointment begins; `opens_at` is when it can be done.
    std::optional<timestamp> start;
    /// With `already_checked_in`: the number of the ticket.
    std::optional<std::string> number;
    /// With `counter_taken`: the login of the officer who sits there.
    std::optional<std::string> staff;
};
BOOST_DESCRIBE_STRUCT(problem, (),
                      (type, title, status, detail, code, field, state, tickets, appointments, opens_at,
                       reason, until, first_free_slot, start, number, staff))

} // namespace motcua::protocol
