#pragma once
// What the resources that answer by days, or from the database, share.

#include "server/api/endpoint.hpp"
#include "server/api/log_source.hpp"
#include "server/domain/staff/staff.hpp"
#include "server/reports/report_error.hpp"

namespace motcua::api {

/// Both included.
struct day_range
{
    domain::local_day from{};
    domain::local_day to{};
};

/// `from` and `to` of the query. 422 where one is missing or no day, or they are in the wrong order.
checked<day_range> days_of(const request_context& ctx);

/// The day `name` of the query. 422 where it is missing or no day.
checked<domain::local_day> day_of(const request_context& ctx, std::string_view name);

inline constexpr query_parameter from_parameter{"from", "The first business day", true,
                                                &base::schema_of<base::day>};
inline constexpr query_parameter to_parameter{"to", "The last business day", true,
                                              &base::schema_of<base::day>};

/// The name of the officer who acted, as it is now; none for everybody else.
std::optional<std::string> actor_name(const domain::staff_list& officers, std::string_view actor);

log_source source_of(const request_context& ctx);

/// The answer to a failed read; throws for a damaged store, which is the fault of the server.
response problem_of(const reports::report_error& failed);

/// What was read, or why it was not.
template <class Message>
response answer_from(const reports::result<Message>& read)
{
    return read ? answer_of(200, *read) : problem_of(read.error());
}

} // namespace motcua::api
