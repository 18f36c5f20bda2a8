#include "server/domain/counters/invariants.hpp"

#include <set>

namespace motcua::domain {

namespace {

constexpr auto unknown_counter_named = "is about an unknown counter";

} // namespace

void check_counters(findings& found, const site_state& state)
{
    std::set<ticket_id> standing;
    for (const auto& at : state.counters()) {
        if (!at.current) {
            continue;
        }
        const auto* current = state.find(*at.current);
        const auto subject = "counter " + at.code;
        found.must(standing.insert(*at.current).second, subject, "has the ticket of another counter");
        found.must(current != nullptr && occupies_counter(current->state) && current->counter == at.code,
                   subject, "has a ticket that is elsewhere");
    }
}

std::string why_not(const site_state& state, const counter_opened& body)
{
    return state.find_counter(body.counter) != nullptr ? "" : unknown_counter_named;
}

std::string why_not(const site_state& state, const counter_paused& body)
{
    const auto* at = state.find_counter(body.counter);
    if (at == nullptr) {
        return unknown_counter_named;
    }
    return at->state == counter_state::closed ? "pauses a counter that is closed" : "";
}

std::string why_not(const site_state& state, const counter_closed& body)
{
    const auto* at = state.find_counter(body.counter);
    if (at == nullptr) {
        return unknown_counter_named;
    }
    return at->current ? "closes a counter at which a ticket stands" : "";
}

std::string why_not(const site_state& state, const console_connected& body)
{
    return state.find_counter(body.counter) != nullptr ? "" : unknown_counter_named;
}

std::string why_not(const site_state& state, const console_lost& body)
{
    const auto* at = state.find_counter(body.counter);
    if (at == nullptr) {
        return unknown_counter_named;
    }
    return at->console == console_state::here ? "" : "loses a console that was not there";
}

} // namespace motcua::domain
