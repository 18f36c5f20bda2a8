#include "server/domain/decide.hpp"

#include <algorithm>
#include <set>

namespace motcua::domain {

namespace {

/// Why a counter set up as `setup` cannot open for `services`, if it cannot.
std::optional<refusal> cannot_serve(const site_settings& settings, const counter_settings& setup,
                                    const std::vector<service_code>& services)
{
    if (services.empty()) {
        return refusal{refusal_code::no_services, "services"};
    }
    std::set<service_code> named;
    for (const auto& service : services) {
        if (find_service(settings, service) == nullptr) {
            return refusal{refusal_code::unknown_service, "services"};
        }
        if (std::ranges::count(setup.services, service) == 0) {
            return refusal{refusal_code::service_not_at_counter, "services"};
        }
        named.insert(service);
    }
    if (named.size() < services.size()) {
        return refusal{refusal_code::repeated_service, "services"};
    }
    return std::nullopt;
}

} // namespace

decision decide(const site_state& state, const open_counter& wanted, const context& ctx)
{
    const auto* setup = find_counter(state.settings(), wanted.counter);
    if (setup == nullptr) {
        return refusal{refusal_code::unknown_counter};
    }
    if (wanted.services) {
        if (auto why = cannot_serve(state.settings(), *setup, *wanted.services)) {
            return *std::move(why);
        }
    }
    const auto& services = wanted.services ? *wanted.services : setup->services;
    return std::vector<event_body>{counter_opened{wanted.counter, services, ctx.staff}};
}

decision decide(const site_state& state, const pause_counter& wanted, const context& ctx)
{
    const auto* at = state.find_counter(wanted.counter);
    if (at == nullptr) {
        return refusal{refusal_code::unknown_counter};
    }
    if (wanted.until && *wanted.until <= ctx.now) {
        return refusal{refusal_code::out_of_range, "until"};
    }
    if (at->state == counter_state::closed) {
        return refusal{refusal_code::counter_closed, {}, "closed"};
    }
    return std::vector<event_body>{counter_paused{wanted.counter, wanted.reason, wanted.until}};
}

decision decide(const site_state& state, const close_counter& wanted, const context&)
{
    const auto* at = state.find_counter(wanted.counter);
    if (at == nullptr) {
        return refusal{refusal_code::unknown_counter};
    }
    if (at->current) {
        return refusal{refusal_code::busy};
    }
    return std::vector<event_body>{counter_closed{wanted.counter}};
}

decision decide(const site_state& state, const note_console& wanted, const context&)
{
    const auto* at = state.find_counter(wanted.counter);
    if (at == nullptr) {
        return refusal{refusal_code::unknown_counter};
    }
    std::vector<event_body> events;
    if (wanted.is_here && at->console != console_state::here) {
        events.emplace_back(console_connected{wanted.counter});
        if (at->state == counter_state::paused && at->pause_reason == console_gone) {
            events.emplace_back(counter_opened{wanted.counter, at->services, at->staff});
        }
    }
    if (!wanted.is_here && at->console == console_state::here) {
        events.emplace_back(console_lost{wanted.counter});
        if (at->state == counter_state::open) {
            events.emplace_back(counter_paused{wanted.counter, std::string(console_gone)});
        }
    }
    return events;
}

} // namespace motcua::domain
