// What each event does to its ticket. Every `on` first requires the state that the event may follow: decide()
// refuses the command in all others, and broken_step() the event of a stored journal.

#include "base/require.hpp"
#include "server/domain/events.hpp"
#include "server/domain/tickets/ticket_list.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

namespace {

/// The line that `happened` is in the history of its ticket.
template <class Body>
history_entry line_of(const Body&, const event& happened, std::optional<counter_code> counter = {})
{
    return {.what = std::string(Body::history),
            .at = happened.at,
            .actor = happened.actor,
            .counter = std::move(counter)};
}

/// Whole seconds, as the history shows them; never below 0, whatever the clock did.
seconds lasted(instant from, instant now) { return std::max(shown_between(from, now), seconds{0}); }

/// The first start of a visit ends its wait; a later one, after a transfer, does not.
void begin_service(ticket& starting, instant now)
{
    require(starting.called_at.has_value(), "a ticket that is served was called");
    if (starting.served_from) {
        return;
    }
    starting.served_from = now;
    starting.waited_until = starting.called_at;
    starting.walk = lasted(*starting.announced_at, now);
}

/// Ends the present stretch of the ticket's way and begins the next.
void enter(ticket& moved, ticket_state state, instant now)
{
    if (moved.state == ticket_state::waiting) {
        moved.waited += lasted(moved.since, now);
    } else if (moved.state == ticket_state::serving) {
        moved.in_service += lasted(moved.since, now);
    }
    if (occupies_counter(moved.state)) {
        moved.at_counter += std::max(now - moved.since, std::chrono::microseconds{0});
    }
    moved.state = state;
    moved.since = now;
    ++moved.stretches;
}

} // namespace

/// A ticket of today, however it came. It keeps what the log judges it by: settings may change before it
/// ends.
ticket& ticket_list::add(ticket issued, const event& happened, const site_calendar& calendar,
                         const site_settings& settings)
{
    require(static_cast<std::int64_t>(issued.id) == last_ + 1, "ticket ids follow each other");
    require(issued.number > 0, "a ticket has a number");
    require(calendar.day && issued.day <= *calendar.day,
            "a ticket is of the day that is open, or of one before");
    last_ = static_cast<std::int64_t>(issued.id);
    // Printed while the server was away, perhaps before the clock was set.
    issued.unreliable = issued.issued_at < happened.at && issued.issued_at < calendar.clock_doubted_until;
    issued.utc_offset = calendar.utc_offset;
    issued.target = target_of(settings, issued.service);
    tracks_[issued.track] = issued.id;
    return all_.emplace_back(std::move(issued));
}

void ticket_list::on(const ticket_issued& body, const event& happened, const site_calendar& calendar,
                     const site_settings& settings)
{
    require(calendar.day == body.day, "a ticket that waits is of the day that is open");
    auto& issued = add({.id = body.ticket,
                        .service = body.service,
                        .series = body.service,
                        .number = body.number,
                        .day = body.day,
                        .priority = body.priority,
                        .channel = body.channel,
                        .lang = body.lang,
                        .procedure = body.procedure,
                        .track = body.track,
                        .block = body.block,
                        .appointment = body.appointment,
                        .late = body.late,
                        .state = ticket_state::waiting,
                        .since = body.issued_at,
                        .issued_at = body.issued_at,
                        .waits_from = std::max(body.issued_at, body.ready),
                        .due = body.due,
                        .ready = body.ready,
                        .ahead = body.ahead,
                        .promise = body.promise},
                       happened, calendar, settings);
    issued.history.push_back(line_of(body, happened));
    queue_.add(issued);
}

void ticket_list::on(const ticket_logged& body, const event& happened, const site_calendar& calendar,
                     const site_settings& settings)
{
    auto& logged = add({.id = body.ticket,
                        .service = body.service,
                        .series = body.service,
                        .number = body.number,
                        .day = body.day,
                        .priority = body.priority,
                        .channel = ticket_channel::kiosk,
                        .lang = body.lang,
                        .procedure = body.procedure,
                        .track = body.track,
                        .block = body.block,
                        .state = ticket_state::waiting,
                        .since = body.issued_at,
                        .issued_at = body.issued_at,
                        .waits_from = body.issued_at,
                        .due = body.issued_at,
                        .ready = body.issued_at},
                       happened, calendar, settings);
    logged.history.push_back(line_of(body, happened));
    enter(logged, ticket_state::cancelled, happened.at);
    logged.outcome = visit_outcome::day_closed;
    logged.history.push_back(line_of(ticket_closed{}, happened));
}

void ticket_list::on(const ticket_called& body, const event& happened)
{
    auto& called = edit(body.ticket);
    require(called.state == ticket_state::waiting, "a ticket that is called was waiting");
    require(!called.reserved_for || called.reserved_for == body.counter,
            "a reserved ticket is called by the counter that it is reserved for");
    leave_queue_or_hold(called);
    enter(called, ticket_state::called, happened.at);
    called.counter = body.counter;
    called.staff = body.staff;
    called.called_at = happened.at;
    called.announced_at = happened.at;
    called.at_counter = {};
    called.out_of_order = body.out_of_order;
    if (!called.first_called_at) {
        called.first_called_at = happened.at;
    }
    ++called.calls;
    called.history.push_back(line_of(body, happened, body.counter));
    called.history.back().out_of_order = body.out_of_order;
}

void ticket_list::on(const ticket_recalled& body, const event& happened)
{
    auto& recalled = edit(body.ticket);
    recalled.history.push_back(line_of(body, happened, recalled.counter));
    if (body.state == ticket_state::called) {
        require(recalled.state == ticket_state::called, "a ticket that is announced again was called");
        ++recalled.calls;
        recalled.announced_at = happened.at;
        return;
    }
    require(body.state == ticket_state::waiting, "a recall announces a ticket or lets it wait");
    require(recalled.state == ticket_state::no_show, "a ticket that waits again was a no-show");
    enter(recalled, ticket_state::waiting, happened.at);
    if (recalled.due != body.due) {
        recalled.due = recalled.ready = body.due;
    }
    recalled.outcome.reset();
    recalled.counter.reset();
    queue_.add(recalled);
}

void ticket_list::on(const ticket_started& body, const event& happened)
{
    auto& started = edit(body.ticket);
    require(started.state == ticket_state::called, "a ticket that is started was called");
    enter(started, ticket_state::serving, happened.at);
    begin_service(started, happened.at);
    started.history.push_back(line_of(body, happened, started.counter));
}

void ticket_list::on(const ticket_finished& body, const event& happened)
{
    auto& finished = edit(body.ticket);
    require(occupies_counter(finished.state), "a ticket that is finished stood at a counter");
    if (finished.state == ticket_state::called) {
        // Without a start, in service since the call.
        begin_service(finished, finished.since);
        finished.state = ticket_state::serving;
    }
    end_visit(finished, ticket_state::served, body.outcome, happened.at);
    finished.history.push_back(line_of(body, happened, finished.counter));
}

void ticket_list::on(const ticket_no_show& body, const event& happened)
{
    auto& missed = edit(body.ticket);
    require(missed.state == ticket_state::called, "a no-show was called");
    end_visit(missed, ticket_state::no_show, visit_outcome::no_show, happened.at);
    missed.no_show_at = happened.at;
    missed.history.push_back(line_of(body, happened, missed.counter));
}

void ticket_list::on(const ticket_held& body, const event& happened)
{
    auto& held = edit(body.ticket);
    require(occupies_counter(held.state), "a ticket that is put on hold stood at a counter");
    enter(held, ticket_state::held, happened.at);
    held.held_since = happened.at;
    held.held_until = body.until;
    held.history.push_back(line_of(body, happened, held.counter));
    held.history.back().reason = body.reason;
}

void ticket_list::on(const ticket_resumed& body, const event& happened)
{
    auto& resumed = edit(body.ticket);
    require(resumed.state == ticket_state::held, "a ticket that is resumed was on hold");
    leave_queue_or_hold(resumed);
    enter(resumed, ticket_state::serving, happened.at);
    begin_service(resumed, happened.at);
    resumed.history.push_back(line_of(body, happened, resumed.counter));
}

void ticket_list::on(const ticket_released& body, const event& happened)
{
    auto& released = edit(body.ticket);
    require(released.state == ticket_state::held || released.reserved_for,
            "a ticket that is released was on hold or reserved");
    leave_queue_or_hold(released);
    enter(released, ticket_state::waiting, happened.at);
    released.counter.reset();
    queue_.add(released);
    released.history.push_back(line_of(body, happened, std::nullopt));
}

void ticket_list::on(const ticket_transferred& body, const event& happened, const site_settings& settings)
{
    auto& transferred = edit(body.ticket);
    require(!is_finished(transferred.state), "a ticket that is transferred is alive");
    leave_queue_or_hold(transferred);
    enter(transferred, ticket_state::waiting, happened.at);
    if (transferred.service != body.service) {
        transferred.target = target_of(settings, body.service);
    }
    transferred.service = body.service;
    transferred.reserved_for = body.counter;
    if (transferred.due != body.due) {
        transferred.due = transferred.ready = body.due;
    }
    transferred.counter.reset();
    ++transferred.transfers;
    queue_.add(transferred);
    transferred.history.push_back(line_of(body, happened, body.counter));
}

void ticket_list::on(const ticket_cancelled& body, const event& happened)
{
    auto& cancelled = edit(body.ticket);
    require(cancelled.state != ticket_state::serving, "a ticket in service is finished, not cancelled");
    end_visit(cancelled, ticket_state::cancelled, visit_outcome::cancelled, happened.at);
    cancelled.history.push_back(line_of(body, happened));
    cancelled.history.back().reason = body.reason;
}

void ticket_list::on(const ticket_priority_set& body, const event& happened)
{
    auto& looked_at = edit(body.ticket);
    require(!is_finished(looked_at.state), "a ticket whose class is set is alive");
    const bool waits = looked_at.state == ticket_state::waiting;
    if (waits) {
        queue_.remove(looked_at);
    }
    looked_at.priority = body.priority;
    looked_at.priority_confirmed = body.confirmed;
    looked_at.due = body.due;
    if (waits) {
        queue_.add(looked_at);
    }
    looked_at.history.push_back(line_of(body, happened, looked_at.counter));
    looked_at.history.back().reason = name_of(body.priority);
}

void ticket_list::on(const ticket_note_set& body, const event& happened)
{
    auto& noted = edit(body.ticket);
    require(!is_finished(noted.state), "a note is left on a ticket that is alive");
    noted.has_note = body.has_note;
    noted.history.push_back(line_of(body, happened, noted.counter));
}

void ticket_list::on(const notes_erased& body)
{
    for (const auto id : body.tickets) {
        auto& noted = edit(id);
        require(noted.has_note, "a note that is erased was there");
        noted.has_note = false;
    }
}

void ticket_list::on(const ticket_postponed& body, const event& happened)
{
    auto& postponed = edit(body.ticket);
    require(postponed.state == ticket_state::waiting, "a ticket that is postponed waits");
    queue_.remove(postponed);
    postponed.ready = body.ready;
    postponed.due = body.due;
    postponed.postponed += body.by;
    ++postponed.postponements;
    queue_.add(postponed);
    postponed.history.push_back(line_of(body, happened));
}

void ticket_list::on(const ticket_closed& body, const event& happened)
{
    auto& closed = edit(body.ticket);
    end_visit(closed, body.state, visit_outcome::day_closed, happened.at);
    closed.history.push_back(line_of(body, happened));
}

void ticket_list::on(const clock_anchored&)
{
    for (auto& today : all_) {
        // A no-show may come back.
        if (!is_finished(today.state) || today.state == ticket_state::no_show) {
            today.unreliable = true;
        }
    }
}

void ticket_list::on(const day_closed&)
{
    require(queue_.is_empty(), "nobody waits when the day closes");
    all_.clear();
    tracks_.clear();
    queue_.clear();
}

void ticket_list::leave_queue_or_hold(ticket& leaving)
{
    if (leaving.state == ticket_state::waiting) {
        queue_.remove(leaving);
        leaving.reserved_for.reset();
    } else if (leaving.state == ticket_state::held) {
        require(leaving.held_since.has_value(), "a ticket on hold is held from some moment on");
        leaving.held_since.reset();
        leaving.held_until.reset();
    }
}

void ticket_list::end_visit(ticket& ending, ticket_state state, visit_outcome outcome, instant now)
{
    require(!is_finished(ending.state), "a visit ends once");
    require(is_finished(state), "a visit ends as served, no-show or cancelled");
    leave_queue_or_hold(ending);
    if (ending.served_from) {
        require(*ending.served_from <= now || ending.unreliable,
                "a visit ends after it began, or the clock was set meanwhile");
        ending.served_to = now;
    }
    enter(ending, state, now);
    ending.outcome = outcome;
}

} // namespace motcua::domain
