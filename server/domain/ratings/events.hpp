#pragma once
// What can happen to ratings.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::domain {

/// A later one of the same visit takes the place of the first. A remark is an erasable row.
struct visit_rated
{
    static constexpr std::string_view kind = "visit_rated";
    static constexpr int version = 1;

    ticket_id visit{};
    local_day day{};
    service_code service;
    std::optional<counter_code> at_counter;
    std::optional<std::string> staff;
    /// 5 very satisfied to 1 very dissatisfied.
    int score{};
    bool has_remark{};
};
BOOST_DESCRIBE_STRUCT(visit_rated, (), (visit, day, service, at_counter, staff, score, has_remark))

/// The time for which remarks are kept is over for these visits.
struct remarks_erased
{
    static constexpr std::string_view kind = "remarks_erased";
    static constexpr int version = 1;

    local_day day{};
    std::vector<ticket_id> visits;
};
BOOST_DESCRIBE_STRUCT(remarks_erased, (), (day, visits))

} // namespace motcua::domain
