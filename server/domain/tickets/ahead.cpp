#include "server/domain/tickets/ahead.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace motcua::domain {

namespace {

/// From where the people ahead come: services, and what is reserved for counters.
struct sources
{
    std::set<service_code> services;
    std::vector<counter_code> counters;

    void add(const counter_code& counter, const std::vector<service_code>& served)
    {
        counters.push_back(counter);
        services.insert(served.begin(), served.end());
    }
};

/// The counters that may call for `service`, or the one that a ticket is reserved for.
sources sources_of(const site_state& state, const service_code& service,
                   const std::optional<counter_code>& reserved_for)
{
    const auto may_call = [&](const counter_code& code, const std::vector<service_code>& served) {
        return reserved_for ? code == *reserved_for : std::ranges::count(served, service) > 0;
    };
    sources found;
    for (const auto& at : state.counters()) {
        if (at.state == counter_state::open && may_call(at.code, at.services)) {
            found.add(at.code, at.services);
        }
    }
    if (found.counters.empty()) {
        for (const auto& at : state.settings().counters) {
            if (may_call(at.code, at.services)) {
                found.add(at.code, at.services);
            }
        }
    }
    if (!reserved_for) {
        found.services.insert(service);
    }
    return found;
}

int count_before(const site_state& state, const sources& from, const place& mine)
{
    int count = 0;
    for (const auto& service : from.services) {
        count += state.waiting().open_before(service, mine);
    }
    for (const auto& counter : from.counters) {
        count += state.waiting().reserved_before(counter, mine);
    }
    return count;
}

} // namespace

int ahead_of(const site_state& state, const service_code& service, instant due)
{
    return count_before(state, sources_of(state, service, std::nullopt),
                        {due, ticket_id{std::numeric_limits<std::int64_t>::max()}});
}

int ahead_of(const site_state& state, const ticket& one)
{
    if (one.state != ticket_state::waiting) {
        return 0;
    }
    return count_before(state, sources_of(state, one.service, one.reserved_for), {one.due, one.id});
}

} // namespace motcua::domain
