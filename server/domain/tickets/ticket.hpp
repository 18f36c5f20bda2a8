#pragma once
// A ticket of today, as the state holds it.

#include "server/domain/forecast/forecast.hpp"
#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

/// One line of a ticket's history: what happened, when, who did it and where.
struct history_entry
{
    std::string what;
    instant at;
    std::string actor;
    std::optional<counter_code> counter;
    bool out_of_order{};
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(history_entry, (), (what, at, actor, counter, out_of_order, reason))

struct ticket
{
    ticket_id id{};
    service_code service;
    /// The service whose numbers `number` counts; stays when the ticket is transferred.
    service_code series;
    int number{};
    local_day day{};
    priority_class priority{};
    /// Whether an officer has seen a proof of it; none: nobody has looked yet.
    std::optional<bool> priority_confirmed;
    ticket_channel channel{};
    std::string lang;
    std::optional<std::string> procedure;
    track_id track{};
    std::optional<block_id> block;
    /// What it was before the check-in, and whether that came after the grace time.
    std::optional<appointment_id> appointment;
    bool late{};

    ticket_state state{};
    /// When the present stretch of its way began, and how many have ended: a stretch ends with every change
    /// of state or place, and the next begins at the same moment.
    instant since;
    int stretches{};
    instant issued_at;
    /// What the wait is counted from: `issued_at`, or the start of the appointment, if that is later.
    instant waits_from;
    /// Of local time at the site when the ticket came.
    minutes utc_offset{};
    /// What its service wanted the wait to stay within when the ticket came to that service, by issue or by
    /// transfer; none where the site no longer had it.
    std::optional<seconds> target;
    /// The calling rule's key: the earliest due is called first, ties by id.
    instant due;
    /// What `due` would be without a head start.
    instant ready;
    int ahead{};
    /// What the citizen was told, counted from `issued_at`.
    forecast promise;

    /// The counter that has it (called, serving, held), or had it last.
    std::optional<counter_code> counter;
    /// While waiting: the one counter that may call it.
    std::optional<counter_code> reserved_for;
    std::optional<std::string> staff;

    std::optional<instant> first_called_at;
    /// The call of the present stretch at a counter; a recall does not move it.
    std::optional<instant> called_at;
    /// When it was announced last.
    std::optional<instant> announced_at;
    /// The call that led to service: what the wait is counted to.
    std::optional<instant> waited_until;
    std::optional<instant> served_from;
    std::optional<instant> served_to;
    std::optional<instant> held_since;
    /// When the citizen is to be back.
    std::optional<instant> held_until;
    /// What it has taken of a counter since its last call, in stretches that have ended: called and in
    /// service, without the time on hold.
    std::chrono::microseconds at_counter{};
    std::optional<instant> no_show_at;
    /// An officer left a note for the colleague who gets it; the text is an erasable row.
    bool has_note{};
    /// The sums of the stretches that have ended, waiting and in service.
    seconds waited{};
    seconds in_service{};
    /// From the last announcement to the first start of service.
    std::optional<seconds> walk;
    int calls{};
    int transfers{};
    /// How often its holder let others go first, and for how long in all.
    int postponements{};
    minutes postponed{};
    bool out_of_order{};
    /// The clock was set during the visit, so its waits are not those that people had.
    bool unreliable{};
    std::optional<visit_outcome> outcome;
    std::vector<history_entry> history;
};
BOOST_DESCRIBE_STRUCT(ticket, (),
                      (id, service, series, number, day, priority, priority_confirmed, channel, lang,
                       procedure, track, block, appointment, late, state, since, stretches, issued_at,
                       waits_from, utc_offset, target, due, ready, ahead, promise, counter, reserved_for,
                       staff, first_called_at, called_at, announced_at, waited_until, served_from, served_to,
                       held_since, held_until, at_counter, no_show_at, has_note, waited, in_service, walk,
                       calls, transfers, postponements, postponed, out_of_order, unreliable, outcome,
                       history))

inline bool is_finished(ticket_state state)
{
    return state == ticket_state::served || state == ticket_state::no_show ||
           state == ticket_state::cancelled;
}

/// Whether a ticket in `state` stands at its counter.
inline bool occupies_counter(ticket_state state)
{
    return state == ticket_state::called || state == ticket_state::serving;
}

/// The counter at which `one` stands, if it stands at any.
inline std::optional<counter_code> standing_at(const ticket& one)
{
    return occupies_counter(one.state) ? one.counter : std::nullopt;
}

/// The seconds between two instants as the history shows them: all parts of a visit add up to the whole.
seconds shown_between(instant from, instant to);

/// "A001": the service's code and at least three digits.
std::string format_number(const service_code& service, int number);

} // namespace motcua::domain
