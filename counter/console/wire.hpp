#pragma once
// Between the words of the interface and the words of the console.

#include "counter/console/model.hpp"

namespace motcua::counter::console {

ticket ticket_of(const protocol::ticket& t);
counter_view counter_of(const protocol::counter& c);
board_arrived board_of(const protocol::board& b);
services_arrived services_of(const protocol::service_list& all);

/// Path, below `/api/v1`, and body of the request by which `w` is asked for.
struct wanted_call
{
    std::string path;
    std::string body;
};
wanted_call call_of(const wish& w, const std::string& site, const std::string& counter);

} // namespace motcua::counter::console
