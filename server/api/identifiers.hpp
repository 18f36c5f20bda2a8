#pragma once
// Tickets and tracks by the names that they have in paths and messages.

#include "server/domain/types.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace motcua::api {

/// "demo-1842": the id of a ticket names its site, because paths like /tickets/{id} do not.
std::string format_ticket_id(const std::string& site, domain::ticket_id id);

struct ticket_address
{
    std::string site;
    domain::ticket_id ticket;
};

/// None for a text of any other form.
std::optional<ticket_address> parse_ticket_id(std::string_view text);

/// 128 bits as 22 characters that need no escape in a URL (RFC 4648, section 5, without padding).
std::string format_track(const domain::track_id& track);
/// None for a text of any other form.
std::optional<domain::track_id> parse_track(std::string_view text);

} // namespace motcua::api
