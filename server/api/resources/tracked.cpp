#include "server/api/resources/tracked.hpp"

#include "server/api/identifiers.hpp"
#include "server/api/limits.hpp"
#include "server/api/log_queries.hpp"

namespace motcua::api {

namespace {

/// Where a site keeps the visits of its earlier days.
struct past_log
{
    const site_context* context = nullptr;
    log_source source;
    domain::local_day from;
};

std::vector<past_log> logs_of(const office& office)
{
    std::vector<past_log> all;
    for (const auto& [site, context] : office.sites) {
        const auto day = context.machine.readable() ? context.machine.state().day() : std::nullopt;
        if (day) {
            all.push_back({.context = &context,
                           .source = {.database = context.database, .site = site},
                           .from = *day - limits::track_days});
        }
    }
    return all;
}

response look_in(const std::vector<past_log>& logs, const domain::track_id& track,
                 std::optional<past_visit>& found)
{
    for (const auto& [context, source, from] : logs) {
        auto log = reports::log_reader::open(source.database, source.site);
        if (!log) {
            return problem_of(log.error());
        }
        auto visit = log->find(track, from);
        if (!visit) {
            return problem_of(visit.error());
        }
        if (*visit) {
            found = past_visit{.context = context, .site = source.site, .visit = **std::move(visit)};
            return {};
        }
    }
    return unknown_thing("ticket");
}

} // namespace

std::optional<tracked> find_tracked(const request_context& ctx)
{
    const auto track = parse_track(ctx.request.parameter("track"));
    if (!track) {
        return std::nullopt;
    }
    for (const auto& [site, context] : ctx.office.sites) {
        const auto* found = context.machine.readable() ? context.machine.state().find(*track) : nullptr;
        if (found != nullptr) {
            return tracked{&context, site, found->id};
        }
    }
    return std::nullopt;
}

awaitable<response> find_past_visit(const request_context& ctx, std::optional<past_visit>& found)
{
    const auto track = parse_track(ctx.request.parameter("track"));
    if (!track) {
        return ready(unknown_thing("ticket"));
    }
    return on_pool(
        ctx, [logs = logs_of(ctx.office), track = *track, &found] { return look_in(logs, track, found); });
}

} // namespace motcua::api
