#pragma once
// What can be asked about the intake: whether tickets and appointments are taken at all.

#include "server/domain/types.hpp"

#include <optional>
#include <string>

namespace motcua::domain {

/// No more tickets and bookings for `service`, or for the whole site, until a moment or until it is resumed.
/// Those who wait are served. A second one replaces the first.
struct suspend_intake
{
    std::optional<service_code> service;
    std::string reason;
    std::optional<instant> until;
};

/// Leaves an event even when there was nothing to resume: the key of the request is remembered with it.
struct resume_intake
{
    std::optional<service_code> service;
};

} // namespace motcua::domain
