#include "server/domain/decide.hpp"
#include "base/require.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// api: waiting and held become cancelled, called no_show, serving served.
ticket_state fate(ticket_state alive)
{
    switch (alive) {
    case ticket_state::called:
        return ticket_state::no_show;
    case ticket_state::serving:
        return ticket_state::served;
    default:
        return ticket_state::cancelled;
    }
}

/// The end of the day that is open: whatever is alive ends with it, and its notes are gone.
void close_day(const site_state& state, std::vector<event_body>& events)
{
    for (const auto& alive : state.tickets()) {
        if (!is_finished(alive.state)) {
            events.emplace_back(ticket_closed{alive.id, fate(alive.state)});
        }
    }
    for (const auto& at : state.counters()) {
        if (at.state != counter_state::closed) {
            events.emplace_back(counter_closed{at.code});
        }
    }
    if (auto noted = state.tickets_with_notes(); !noted.empty()) {
        events.emplace_back(notes_erased{.day = *state.day(), .tickets = std::move(noted)});
    }
    events.emplace_back(day_closed{*state.day()});
}

/// Nobody comes any more for what was booked before `today`.
void miss_appointments(const site_state& state, local_day today, std::vector<event_body>& events)
{
    for (const auto& [id, each] : state.appointments().all()) {
        if (each.day < today && each.state == appointment_state::booked) {
            events.emplace_back(appointment_missed{id});
        }
    }
}

/// The time for which names, phone numbers and remarks are kept is over.
void erase_persons(const site_state& state, local_day today, std::vector<event_body>& events)
{
    const std::chrono::days kept{state.settings().retention.personal_days};
    for (const auto& each : state.appointments().persons_kept()) {
        if (each.day < today - kept) {
            events.emplace_back(persons_erased{.day = each.day, .appointments = each.appointments});
        }
    }
    for (const auto& each : state.ratings().remarks_kept()) {
        if (each.day < today - kept) {
            events.emplace_back(remarks_erased{.day = each.day, .visits = each.visits});
        }
    }
}

/// Most of what one turn of the day can bring: an end for each ticket, counter and appointment, and each
/// missed day.
std::size_t turn_events_max(const site_state& state)
{
    return state.tickets().size() + state.counters().size() + state.appointments().all().size() +
           state.appointments().persons_kept().size() + state.ratings().remarks_kept().size() +
           2 * std::size_t{missed_days_max} + 4;
}

} // namespace

decision decide(const site_state& state, const turn_day&, const context& ctx)
{
    const auto today = business_day(*ctx.zone, state.settings(), ctx.now);
    std::vector<event_body> events;
    if (const auto offset = offset_at(*ctx.zone, ctx.now); offset != state.utc_offset()) {
        events.emplace_back(utc_offset_changed{offset});
    }
    // A day that was closed is never opened again, whatever the clock says.
    if (state.day() && *state.day() >= today) {
        return events;
    }
    miss_appointments(state, today, events);
    if (state.day()) {
        close_day(state, events);
        const auto first = *state.day() + std::chrono::days{1};
        const auto last = std::min(today, first + std::chrono::days{missed_days_max});
        for (auto missed = first; missed < last; missed += std::chrono::days{1}) {
            events.emplace_back(day_opened{missed});
            events.emplace_back(day_closed{missed});
        }
    }
    events.emplace_back(day_opened{today});
    erase_persons(state, today, events);
    base::require(events.size() <= turn_events_max(state),
                  "a turn of the day takes a bounded number of events");
    return events;
}

} // namespace motcua::domain
