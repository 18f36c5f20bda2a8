#pragma once
// What can happen to the clock and the business day of a site.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <string_view>

namespace motcua::domain {

/// The system clock differed from the site's own; time goes on from `after`.
struct clock_anchored
{
    static constexpr std::string_view kind = "clock_anchored";
    static constexpr int version = 1;

    instant before;
    instant after;
};
BOOST_DESCRIBE_STRUCT(clock_anchored, (), (before, after))

/// Local time moved: summer time began or ended.
struct utc_offset_changed
{
    static constexpr std::string_view kind = "utc_offset_changed";
    static constexpr int version = 1;

    minutes utc_offset{};
};
BOOST_DESCRIBE_STRUCT(utc_offset_changed, (), (utc_offset))

/// After a long absence days may lie between it and the one that was closed before (missed_days_max).
struct day_opened
{
    static constexpr std::string_view kind = "day_opened";
    static constexpr int version = 1;

    local_day day;
};
BOOST_DESCRIBE_STRUCT(day_opened, (), (day))

/// Follows the `ticket_closed` of every ticket that was still alive.
struct day_closed
{
    static constexpr std::string_view kind = "day_closed";
    static constexpr int version = 1;

    local_day day;
};
BOOST_DESCRIBE_STRUCT(day_closed, (), (day))

} // namespace motcua::domain
