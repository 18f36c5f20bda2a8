#pragma once
// The ways to promise a wait that are compared: the site's own, and those of other systems.

#include "server/rehearsal/rehearsal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace motcua::bench {

/// Minutes from the issue of a ticket to its first call.
struct promise
{
    /// None: no minutes are promised.
    std::optional<double> expected;
    /// What is shown, where that is a range.
    std::optional<double> from;
    std::optional<double> to;
    /// The citizen is told to come another day.
    bool too_late = false;
};

/// What a promise is made from.
struct question
{
    const domain::site_state& state;
    const rehearsal::arrival& who;
    const rehearsal::site_plan& site;
};

struct candidate
{
    std::string name;
    promise (*promise_for)(const question& asked);
};

/// The site's own is the first.
std::vector<candidate> all_candidates();

/// The one that the goals are multiples of.
constexpr std::size_t yardstick = 1;

/// The site's own: server/domain/forecast.
promise own_promise(const question& asked);

/// Those before the newcomer in the line of the same service, times its usual time, over the open counters
/// that serve it.
promise promise_by_line(const question& asked);

/// What ZMS, the queue system of Berlin's offices, shows. Source: zmsentities, Collection/QueueList.php,
/// withEstimatedWaitingTime().
promise promise_of_zms_pessimistic(const question& asked);
promise promise_of_zms_optimistic(const question& asked);

} // namespace motcua::bench
