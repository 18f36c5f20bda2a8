// The site itself: its settings, and the turn of its business day.

#include "server/domain/decide.hpp"

#include <algorithm>
#include <stdexcept>

namespace motcua::domain {

namespace {

/// Whether `settings` leave out a counter or service that a ticket of today still needs.
bool strands_a_ticket(const site_state& state, const site_settings& settings)
{
    return std::ranges::any_of(state.tickets(), [&](const ticket& today) {
        // A no-show may come back.
        if (is_finished(today.state) && today.state != ticket_state::no_show) {
            return false;
        }
        const auto gone = [&](const std::optional<counter_code>& code) {
            return code && find_counter(settings, *code) == nullptr;
        };
        return find_service(settings, today.service) == nullptr || gone(today.counter) ||
               gone(today.reserved_for);
    });
}

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

/// The end of the day that is open: whatever is alive ends with it.
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
    events.emplace_back(day_closed{*state.day()});
}

} // namespace

void throw_exception_from_error(const refusal& refused, const boost::source_location&)
{
    throw std::logic_error(std::string("refused: ") + name_of(refused.code));
}

decision decide(const site_state& state, const configure_site& wanted, const context&)
{
    if (const auto fault = first_fault(wanted.settings)) {
        return refusal{refusal_code::invalid_settings, fault->field};
    }
    if (strands_a_ticket(state, wanted.settings)) {
        return refusal{refusal_code::invalid_settings}; // no field is wrong by itself
    }
    return std::vector<event_body>{site_configured{wanted.settings}};
}

decision decide(const site_state& state, const turn_day&, const context& asked)
{
    const auto today = business_day(state.settings(), asked.now);
    // A day that was closed is never opened again, whatever the clock says.
    if (state.day() && *state.day() >= today) {
        return std::vector<event_body>{};
    }
    std::vector<event_body> events;
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
    return events;
}

decision decide(const site_state& state, const command& wanted, const context& asked)
{
    return std::visit([&](const auto& one) { return decide(state, one, asked); }, wanted);
}

} // namespace motcua::domain
