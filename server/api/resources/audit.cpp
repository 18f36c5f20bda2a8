// The audit of a site: what was done that is not a ticket's matter, by whom and when.

#include "base/numbers.hpp"
#include "protocol/settings.hpp"
#include "server/api/log_queries.hpp"
#include "server/api/resources/resources.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/reports/site_history.hpp"

namespace motcua::api {

namespace {

/// The business days as instants, by the clock of the site.
reports::audit_filter filter_of(const day_range& days, const runtime::site& site)
{
    const auto starts = site.state().settings().day_starts_minutes;
    const auto start_of = [&](domain::local_day day) {
        return domain::to_instant(site.zone(), domain::local_time{day} + starts);
    };
    return {.from = start_of(days.from), .to = start_of(days.to + std::chrono::days{1})};
}

response audit_page(const log_source& source, const domain::time_zone& zone,
                    const domain::staff_list& officers, const reports::audit_filter& wanted,
                    std::int64_t after, std::size_t limit)
{
    // One more entry shows whether another page follows.
    const auto entries = reports::read_audit(source.database, source.site, wanted, after, limit + 1);
    if (!entries) {
        return problem_of(entries.error());
    }
    protocol::audit page;
    for (std::size_t at = 0; at < std::min(limit, entries->size()); ++at) {
        const auto& one = (*entries)[at];
        page.items.push_back(
            {.at = {std::chrono::floor<std::chrono::seconds>(one.at), domain::offset_at(zone, one.at)},
             .actor = one.actor,
             .actor_name = actor_name(officers, one.actor),
             .action = one.action,
             .target = one.target,
             .detail = one.detail});
    }
    if (entries->size() > limit) {
        page.next_cursor = std::to_string((*entries)[limit - 1].seq);
    }
    return answer_of(200, page);
}

awaitable<response> show_audit(request_context& ctx)
{
    const auto days = days_of(ctx);
    if (!days) {
        co_return days.error();
    }
    const auto limit = page_of(ctx);
    if (!limit) {
        co_return limit.error();
    }
    std::int64_t after = 0;
    if (const auto cursor = ctx.request.query("cursor")) {
        const auto seq = base::read_number(*cursor);
        if (!seq) {
            co_return wrong_cursor();
        }
        after = *seq;
    }
    const auto& site = ctx.site->machine;
    std::function<response()> make = [source = source_of(ctx), zone = site.zone(),
                                      officers = site.state().staff(), wanted = filter_of(*days, site), after,
                                      limit = *limit] {
        return audit_page(source, zone, officers, wanted, after, limit);
    };
    co_return co_await on_pool(ctx, std::move(make));
}

} // namespace

std::vector<endpoint> audit_endpoints()
{
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/audit",
             .roles = access::administering,
             .open = openness::closed,
             .summary = "What was done that is not a ticket's matter, in the order it happened",
             .query = {from_parameter, to_parameter, limit_parameter, cursor_parameter},
             .body = {},
             .answers = {{200, "A page of the audit", described<protocol::audit>("audit")}},
             .run = show_audit}};
}

} // namespace motcua::api
