#pragma once
// The sites of a server, as anybody may know them.

#include "base/json.hpp"
#include "base/timestamp.hpp"

#include <optional>
#include <string>
#include <vector>

namespace motcua::protocol {

/// One site of `GET /sites`.
struct site
{
    std::string site;
    std::string name;
    std::string name_en;
    /// Its clock now, in its own zone.
    base::timestamp time;
};
BOOST_DESCRIBE_STRUCT(site, (), (site, name, name_en, time))

struct site_list
{
    std::vector<protocol::site> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(site_list, (), (items, next_cursor))

} // namespace motcua::protocol
