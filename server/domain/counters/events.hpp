#pragma once
// What can happen to a counter.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::domain {

struct counter_opened
{
    static constexpr std::string_view kind = "counter_opened";
    static constexpr int version = 1;

    counter_code counter;
    std::vector<service_code> services;
    std::optional<std::string> staff;
};
BOOST_DESCRIBE_STRUCT(counter_opened, (), (counter, services, staff))

struct counter_paused
{
    static constexpr std::string_view kind = "counter_paused";
    static constexpr int version = 2;

    counter_code counter;
    std::optional<std::string> reason;
    std::optional<instant> until{};
};
BOOST_DESCRIBE_STRUCT(counter_paused, (), (counter, reason, until))

struct counter_closed
{
    static constexpr std::string_view kind = "counter_closed";
    static constexpr int version = 1;

    counter_code counter;
};
BOOST_DESCRIBE_STRUCT(counter_closed, (), (counter))

/// Its console follows the site, for the first time or again.
struct console_connected
{
    static constexpr std::string_view kind = "console_connected";
    static constexpr int version = 1;

    counter_code counter;
};
BOOST_DESCRIBE_STRUCT(console_connected, (), (counter))

/// Its console was gone for a minute.
struct console_lost
{
    static constexpr std::string_view kind = "console_lost";
    static constexpr int version = 1;

    counter_code counter;
};
BOOST_DESCRIBE_STRUCT(console_lost, (), (counter))

} // namespace motcua::domain
