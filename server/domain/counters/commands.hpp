#pragma once
// What a counter can be asked to do.

#include "server/domain/types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace motcua::domain {

/// Without services: all that the counter is set up for. Otherwise at least one, and none twice.
struct open_counter
{
    counter_code counter;
    std::optional<std::vector<service_code>> services;
};

struct pause_counter
{
    counter_code counter;
    std::optional<std::string> reason;
};

struct close_counter
{
    counter_code counter;
};

} // namespace motcua::domain
