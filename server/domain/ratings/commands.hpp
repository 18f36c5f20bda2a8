#pragma once
// What can be asked about ratings.

#include "server/domain/types.hpp"

#include <optional>
#include <string>

namespace motcua::domain {

/// A visit that was served, of today or from the log, and what its citizen says of it. `served_to` is none
/// where it was not served.
struct rate_visit
{
    ticket_id visit{};
    local_day day{};
    service_code service;
    std::optional<counter_code> counter;
    std::optional<std::string> staff;
    std::optional<instant> served_to;
    int score{};
    bool has_remark{};
};

} // namespace motcua::domain
