#pragma once
// Everything that a site can be asked to do. Ids and unguessable tokens come in with the command.

#include "server/domain/events.hpp"

#include <variant>

namespace motcua::domain {

struct configure_site
{
    site_settings settings;
};

/// Closes the day that is over, opens and closes each day missed since, and opens the day of `now`; does
/// nothing when that day is open.
struct turn_day
{};

/// Of the days missed the first so many are opened and closed one by one, the rest is passed over in one
/// step: a clock that jumped by years is no reason for thousands of events.
constexpr int missed_days_max = 31;

struct issue_ticket
{
    service_code service;
    priority_class priority{};
    ticket_channel channel{};
    std::string lang{"vi"};
    std::optional<std::string> procedure;
    track_id track{};
};

/// A ticket that a kiosk printed from its block while the server was away. `issued_at` is the kiosk's claim;
/// the place in the queue is bounded by `last_contact`, the arrival of the command and the day of the block,
/// so a wrong clock cannot jump the queue.
struct issue_offline_ticket
{
    std::string kiosk;
    block_id block;
    int number{};
    instant issued_at;
    instant last_contact;
    priority_class priority{};
    std::string lang{"vi"};
    std::optional<std::string> procedure;
    track_id track{};
};

struct call_next
{
    counter_code counter;
};

struct call_ticket
{
    counter_code counter;
    ticket_id ticket;
};

/// Announces a called ticket again, or lets a no-show wait again, unless its number was given to another
/// since.
struct recall_ticket
{
    ticket_id ticket;
};

struct start_ticket
{
    ticket_id ticket;
};

struct finish_ticket
{
    ticket_id ticket;
    visit_outcome outcome{};
};

struct mark_no_show
{
    ticket_id ticket;
};

struct hold_ticket
{
    ticket_id ticket;
    std::optional<std::string> reason;
};

struct resume_ticket
{
    ticket_id ticket;
};

/// Exactly one of `service` and `counter` is given.
struct transfer_ticket
{
    ticket_id ticket;
    std::optional<service_code> service;
    std::optional<counter_code> counter;
    bool keep_place{};
};

struct cancel_ticket
{
    ticket_id ticket;
};

/// Without services: all that the counter is set up for. With them: at least one, none twice.
struct open_counter
{
    counter_code counter;
    std::optional<std::vector<service_code>> services;
};

struct pause_counter
{
    counter_code counter;
    std::optional<std::string> reason;
};

struct close_counter
{
    counter_code counter;
};

/// Without a day: of the day that is open.
struct lease_block
{
    std::string kiosk;
    service_code service;
    std::optional<local_day> day;
    int count{};
};

using command =
    std::variant<configure_site, turn_day, issue_ticket, issue_offline_ticket, call_next, call_ticket,
                 recall_ticket, start_ticket, finish_ticket, mark_no_show, hold_ticket, resume_ticket,
                 transfer_ticket, cancel_ticket, open_counter, pause_counter, close_counter, lease_block>;

/// Who asks, and when. `counter` is the counter for which the caller may act; empty for those who act for
/// none.
struct context
{
    instant now;
    std::string actor;
    std::optional<counter_code> counter;
    std::optional<std::string> staff;
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
    invalid_settings
};
BOOST_DESCRIBE_ENUM(refusal_code, day_not_open, unknown_service, unknown_counter, unknown_ticket,
                    unknown_block, service_not_at_counter, no_services, repeated_service, service_or_counter,
                    number_not_in_block, number_taken, no_numbers_left, out_of_range, track_taken,
                    wrong_state, counter_closed, busy, not_your_ticket, not_your_block, not_an_outcome,
                    invalid_settings)

/// Why a command was refused. `field` names the field of the command at fault, if one is; `state` is the
/// state in the way of a `wrong_state`.
struct refusal
{
    refusal_code code;
    std::string field{};
    std::string state{};
};

} // namespace motcua::domain
