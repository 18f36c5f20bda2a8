#pragma once
// What can be asked about tickets: issue them, call them, and lead them to their end.

#include "server/domain/types.hpp"

#include <optional>
#include <string>

namespace motcua::domain {

struct issue_ticket
{
    service_code service;
    priority_class priority{};
    ticket_channel channel{};
    std::string lang{"vi"};
    std::optional<std::string> procedure;
    track_id track{};
};

/// A ticket that a kiosk printed from its block while the server was away. `issued_at` is the kiosk's claim.
/// The place in the queue is bounded by `last_contact`, the arrival of the command and the day of the block,
/// so that a wrong clock cannot jump the queue.
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

/// Calls the ticket whose turn it is at `counter`; does nothing when nobody waits for it. With `finish` the
/// ticket that stands there, if any, is finished before.
struct call_next
{
    counter_code counter;
    std::optional<visit_outcome> finish = {};
};

/// Calls `ticket` to `counter`, whether or not it is its turn.
struct call_ticket
{
    counter_code counter;
    ticket_id ticket;
};

/// Announces a called ticket again, or lets a no-show wait again, unless another ticket has its number by
/// now.
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

/// `until` is when the citizen is to be back; nothing happens by itself then.
struct hold_ticket
{
    ticket_id ticket;
    std::optional<std::string> reason;
    std::optional<instant> until{};
};

struct resume_ticket
{
    ticket_id ticket;
};

/// One that is reserved for a counter, or on hold at one that is not open, goes back to every counter that
/// serves it.
struct release_ticket
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
    std::optional<std::string> reason = {};
    /// Who asks may give back only what it took itself, while it waits: within limits::give_back, and with a
    /// reason (nobody has seen the number) at any time.
    bool own_only = false;
};

/// An officer has looked: `priority` is the class that holds, `confirmed` whether there was a proof.
struct set_priority
{
    ticket_id ticket;
    priority_class priority{};
    bool confirmed{};
};

/// An officer leaves a note for the colleague who gets the ticket, or takes it away. Its text is an erasable
/// row, which the rules need not know.
struct set_note
{
    ticket_id ticket;
    bool has_note{};
};

/// Its holder lets others go first for some minutes.
struct postpone_ticket
{
    ticket_id ticket;
    minutes by{};
};

/// Its holder missed the call and is there now: the no-show waits again, as after a recall.
struct return_ticket
{
    ticket_id ticket;
};

/// Its holder came for something else: it waits for `service`, with the place that it has.
struct change_service
{
    ticket_id ticket;
    service_code service;
};

} // namespace motcua::domain
