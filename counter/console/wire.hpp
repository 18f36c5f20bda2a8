#pragma once
// Translates between the messages of the interface and the console's own types.

#include "counter/console/model.hpp"
#include "protocol/settings.hpp"

namespace motcua::counter::console {

ticket ticket_of(const protocol::ticket& seen);
counter_view counter_of(const protocol::counter& seen);
board_arrived board_of(const protocol::board& seen);
hours_arrived hours_of(const protocol::calendar_days& today);
services_arrived services_of(const protocol::service_list& list);

/// A POST: its path below `/api/v1`, and its body.
struct wish_request
{
    std::string path;
    std::string body;
};

/// The request that carries out `wanted` at `counter` of `site`.
wish_request request_of(const wish& wanted, const std::string& site, const std::string& counter);

} // namespace motcua::counter::console
