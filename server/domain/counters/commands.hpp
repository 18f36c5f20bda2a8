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

/// `until` is when its officer means to be back; nothing happens by itself then.
struct pause_counter
{
    counter_code counter;
    std::optional<std::string> reason;
    std::optional<instant> until{};
};

struct close_counter
{
    counter_code counter;
};

/// Whether the console of a counter follows the site. The site pauses an open counter whose console is gone,
/// and opens it again when the console is back.
struct note_console
{
    counter_code counter;
    bool is_here{};
};

} // namespace motcua::domain
