#pragma once
// What can be asked about blocks of numbers.

#include "server/domain/types.hpp"

#include <optional>
#include <string>

namespace motcua::domain {

/// Leases `count` numbers of `service` to `kiosk`. Without a day: of the day that is open.
struct lease_block
{
    std::string kiosk;
    service_code service;
    std::optional<local_day> day;
    int count{};
};

} // namespace motcua::domain
