#pragma once
// The rows of ratings, without remarks: those can be erased.

#include "server/domain/types.hpp"
#include "server/tables/table_of.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

namespace motcua::tables {

/// One row per visit that was rated, as it was rated last.
struct rating_row
{
    domain::ticket_id ticket{};
    domain::local_day day{};
    domain::service_code service;
    std::optional<domain::counter_code> counter;
    std::optional<std::string> staff;
    /// 5 very satisfied to 1 very dissatisfied.
    int score{};
    bool has_remark{};
    domain::instant at;

    friend bool operator==(const rating_row&, const rating_row&) = default;
};
BOOST_DESCRIBE_STRUCT(rating_row, (), (ticket, day, service, counter, staff, score, has_remark, at))

template <>
struct table_of<rating_row>
{
    static constexpr std::string_view name = "rating";
    static constexpr std::array<std::string_view, 1> key{"ticket"};
    static constexpr std::array<renamed_column, 0> renamed{};
};

} // namespace motcua::tables
