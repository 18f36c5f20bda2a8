#include "server/domain/tickets/forecast.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <span>

namespace motcua::domain {

namespace {

/// A counter as the forecast sees it: what it calls and when it is free next. Refers to the state and copies
/// nothing, because every ticket that is issued needs it.
struct future_counter
{
    const counter_code* code;
    std::span<const service_code> services;
    instant free_at;
    /// Not open: stands in for what no open counter serves.
    bool planned;
};

bool serves(const future_counter& at, const service_code& service)
{
    return std::ranges::count(at.services, service) > 0;
}

/// When the citizen at the counter is likely to leave: after the usual service time, and not before now.
instant free_at(const site_state& state, const counter& at, instant now)
{
    if (!at.current) {
        return now;
    }
    const auto& current = state.at(*at.current);
    const auto began = current.state == ticket_state::serving ? current.served_from : current.called_at;
    return std::max(now, began.value_or(now) + state.service_time(current.service));
}

/// Whether an open counter serves `service`.
bool is_served(const site_state& state, const service_code& service)
{
    return std::ranges::any_of(state.counters(), [&](const counter& at) {
        return at.state == counter_state::open && std::ranges::count(at.services, service) > 0;
    });
}

/// The open counters, and those that are set up for what none of them serves.
std::vector<future_counter> counters_of(const site_state& state, instant now)
{
    std::vector<future_counter> counters;
    counters.reserve(state.counters().size() + state.settings().counters.size());
    for (const auto& at : state.counters()) {
        if (at.state == counter_state::open) {
            counters.push_back({&at.code, at.services, free_at(state, at, now), false});
        }
    }
    for (const auto& at : state.settings().counters) {
        const auto unserved = [&](const service_code& service) { return !is_served(state, service); };
        if (std::ranges::any_of(at.services, unserved)) {
            counters.push_back({&at.code, at.services, now, true});
        }
    }
    return counters;
}

/// One that waits or, if imagined, one that might come now.
struct waiter
{
    place at;
    service_code service;
    std::optional<counter_code> reserved_for;
    bool imagined{};
    /// No open counter serves it: only planned ones take it.
    bool planned{};
};

bool may_call(const future_counter& at, const waiter& who)
{
    if (who.reserved_for) {
        return *who.reserved_for == *at.code;
    }
    return at.planned == who.planned && serves(at, who.service);
}

std::vector<waiter> waiters_of(const site_state& state, instant now)
{
    std::vector<waiter> waiters;
    for (const auto& service : state.settings().services) {
        const bool planned = !is_served(state, service.code);
        for (const auto& at : state.waiting().places(service.code, forecast_tickets_max)) {
            waiters.push_back({at, service.code, state.at(at.ticket).reserved_for, false, planned});
        }
    }
    std::ranges::sort(waiters, {}, &waiter::at);
    if (waiters.size() > forecast_tickets_max) {
        waiters.resize(forecast_tickets_max);
    }
    for (const auto& service : state.settings().services) {
        waiters.push_back({.at = {now, ticket_id{std::numeric_limits<std::int64_t>::max()}},
                           .service = service.code,
                           .reserved_for = {},
                           .imagined = true,
                           .planned = !is_served(state, service.code)});
    }
    std::ranges::stable_sort(waiters, {}, &waiter::at);
    return waiters;
}

} // namespace

seconds promised_wait(const site_state& state, const service_code& service, instant due, instant now)
{
    const auto counters = counters_of(state, now);
    const bool planned = !is_served(state, service);
    const auto mine = [&](const future_counter& at) { return at.planned == planned && serves(at, service); };
    std::chrono::microseconds work{0};
    std::int64_t serving = 0;
    for (const auto& at : counters) {
        if (mine(at)) {
            ++serving;
            work += at.free_at - now;
        }
    }
    if (serving == 0) {
        return seconds{0};
    }
    for (const auto& other : state.settings().services) {
        const auto ahead = state.waiting().ahead_of(other.code, due);
        if (ahead == 0 || planned == is_served(state, other.code)) {
            continue; // none, or by other counters
        }
        const auto serve_it = [&](const future_counter& at) {
            return at.planned == planned && serves(at, other.code);
        };
        const auto all = std::ranges::count_if(counters, serve_it);
        const auto shared = std::ranges::count_if(
            counters, [&](const future_counter& at) { return serve_it(at) && mine(at); });
        if (shared > 0) {
            work += ahead * state.service_time(other.code) * shared / all;
        }
    }
    return std::chrono::round<seconds>(work / serving);
}

std::vector<service_forecast> service_forecasts(const site_state& state, instant now)
{
    auto counters = counters_of(state, now);
    auto waiters = waiters_of(state, now);
    std::map<service_code, instant> called;
    while (called.size() < state.settings().services.size() && !counters.empty()) {
        const auto free = std::ranges::min_element(counters, {}, &future_counter::free_at);
        const auto next =
            std::ranges::find_if(waiters, [&](const waiter& who) { return may_call(*free, who); });
        if (next == waiters.end()) {
            counters.erase(free);
            continue;
        }
        if (next->imagined) {
            called[next->service] = free->free_at;
        } else {
            free->free_at += state.service_time(next->service);
        }
        waiters.erase(next);
    }
    std::vector<service_forecast> result;
    for (const auto& service : state.settings().services) {
        const auto found = called.find(service.code);
        const auto waits = found == called.end() ? std::chrono::microseconds{0} : found->second - now;
        result.push_back(
            {service.code, state.waiting().waiting(service.code), std::chrono::round<seconds>(waits)});
    }
    return result;
}

} // namespace motcua::domain
