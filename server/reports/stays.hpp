#pragma once
// A visit by its stays at counters: what a report by service, counter or officer counts.

#include "server/reports/visit.hpp"

#include <span>
#include <vector>

namespace motcua::reports {

/// One stretch of waiting with the calls that it led to. A transfer or a release begins the next.
struct stay
{
    domain::service_code service;
    /// None where nobody was called.
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    /// From the beginning of the stretch to the call that led to service; none without service.
    std::optional<domain::seconds> wait;
    /// All its time in service; none without service.
    std::optional<domain::seconds> service_time;
};

/// At least one for a visit with legs; `legs` are in order.
std::vector<stay> stays_of(std::span<const leg> legs);

} // namespace motcua::reports
