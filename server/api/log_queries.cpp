#include "server/api/log_queries.hpp"

namespace motcua::api {

checked<domain::local_day> day_of(const request_context& ctx, std::string_view name)
{
    const auto given = ctx.request.query(name);
    if (!given || given->empty()) {
        return http::problem(422, "missing", "This must be a day such as 2026-11-23.", name);
    }
    const auto day = base::parse_day(*given);
    if (!day) {
        return problem_of(base::field_error(day.error()).inside(std::string(name)));
    }
    return day->date;
}

checked<day_range> days_of(const request_context& ctx)
{
    const auto from = day_of(ctx, "from");
    if (!from) {
        return from.error();
    }
    const auto to = day_of(ctx, "to");
    if (!to) {
        return to.error();
    }
    if (*to < *from) {
        return http::problem(422, "out_of_range", "The last day is before the first.", "to");
    }
    return day_range{*from, *to};
}

std::optional<std::string> actor_name(const domain::staff_list& officers, std::string_view actor)
{
    const auto* officer = officers.find_actor(actor);
    return officer == nullptr ? std::nullopt : std::optional{officer->name};
}

log_source source_of(const request_context& ctx)
{
    return {.database = ctx.site->database, .site = ctx.parameter("site")};
}

response problem_of(const reports::report_error& failed)
{
    switch (failed.what) {
    case reports::fault::busy:
    case reports::fault::failed: // A disk that gives an error may give the page a moment later.
        return unavailable();
    case reports::fault::too_much:
        return http::problem(422, "too_much", "Too many visits for one answer: ask for fewer days.", "to");
    default:
        throw std::runtime_error("the wait-time log: " + failed.detail);
    }
}

} // namespace motcua::api
