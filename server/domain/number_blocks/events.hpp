#pragma once
// What can happen to a block of numbers.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>

namespace motcua::domain {

/// Numbers `first` to `last` of `service` on `day` belong to `kiosk`, and to nobody else, for ever.
struct block_leased
{
    static constexpr std::string_view kind = "block_leased";
    static constexpr int version = 1;

    block_id block;
    std::string kiosk;
    service_code service;
    local_day day;
    int first;
    int last;
};
BOOST_DESCRIBE_STRUCT(block_leased, (), (block, kiosk, service, day, first, last))

} // namespace motcua::domain
