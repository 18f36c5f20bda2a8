// Times for which nothing can be booked, and what becomes of what was booked there.

#include "server/domain/appointments/closures.hpp"
#include "server/domain/appointments/limits.hpp"
#include "server/domain/decide.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

/// The services that no other counter of the site serves.
std::vector<service_code> served_only_by(const site_settings& settings, const counter_settings& counter)
{
    std::vector<service_code> alone;
    for (const auto& service : counter.services) {
        const bool has_another = std::ranges::any_of(settings.counters, [&](const counter_settings& each) {
            return each.code != counter.code && std::ranges::count(each.services, service) > 0;
        });
        if (!has_another) {
            alone.push_back(service);
        }
    }
    return alone;
}

} // namespace

decision decide(const site_state& state, const close_slots& wanted, const context& ctx)
{
    if (wanted.service && wanted.counter) {
        return refusal{refusal_code::service_or_counter, "service"};
    }
    if (wanted.to <= wanted.from || wanted.to <= ctx.now || wanted.to - wanted.from > closure_length_max) {
        return refusal{refusal_code::out_of_range, "to"};
    }
    if (state.appointments().closures().size() >= closures_max) {
        return refusal{refusal_code::out_of_range};
    }
    std::vector<service_code> services;
    if (wanted.service) {
        if (find_service(state.settings(), *wanted.service) == nullptr) {
            return refusal{refusal_code::unknown_service, "service"};
        }
        services.push_back(*wanted.service);
    }
    if (wanted.counter) {
        const auto* counter = find_counter(state.settings(), *wanted.counter);
        if (counter == nullptr) {
            return refusal{refusal_code::unknown_counter, "counter"};
        }
        services = served_only_by(state.settings(), *counter);
    }
    return std::vector<event_body>{
        slots_closed{.closure = closure_id{state.appointments().last_closure() + 1},
                     .from = wanted.from,
                     .to = wanted.to,
                     .service = wanted.service,
                     .counter = wanted.counter,
                     .services = std::move(services),
                     .reason = wanted.reason}};
}

decision decide(const site_state& state, const apply_closure& wanted, const context& ctx)
{
    const auto* closed = state.appointments().find_closure(wanted.closure);
    if (closed == nullptr) {
        return refusal{.code = refusal_code::unknown_closure};
    }
    std::vector<event_body> events;
    for (const auto& each : proposals_for(state, *closed, *ctx.zone, ctx.now)) {
        if (!each.to) {
            events.emplace_back(
                appointment_cancelled{.appointment = each.appointment, .closure = wanted.closure});
            continue;
        }
        events.emplace_back(
            appointment_moved{.appointment = each.appointment,
                              .from = state.appointments().at(each.appointment).start,
                              .day = business_day(*ctx.zone, state.settings(), each.to->start),
                              .start = each.to->start,
                              .end = each.to->end,
                              .phone = {},
                              .closure = wanted.closure});
    }
    return events;
}

} // namespace motcua::domain
