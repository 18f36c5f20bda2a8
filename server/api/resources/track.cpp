// A ticket followed by its holder: the unguessable track id is the permission.

#include "server/api/identifiers.hpp"
#include "server/api/limits.hpp"
#include "server/api/log_queries.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/api/visit_views.hpp"
#include "server/reports/log_reader.hpp"

namespace motcua::api {

namespace {

/// The ticket of the path and its site; none if no site has a ticket with that track today.
struct tracked
{
    const site_context* context = nullptr;
    std::string site;
    domain::ticket_id ticket{};
};

std::optional<tracked> find_tracked(const office& office, const domain::track_id& track)
{
    for (const auto& [site, context] : office.sites) {
        const auto* found = context.machine.readable() ? context.machine.state().find(track) : nullptr;
        if (found != nullptr) {
            return tracked{&context, site, found->id};
        }
    }
    return std::nullopt;
}

/// Where a site keeps the visits of its earlier days.
struct past
{
    log_source source;
    domain::local_day from;
    domain::site_settings settings;
    domain::instant now;
};

std::vector<past> pasts_of(const office& office)
{
    std::vector<past> all;
    for (const auto& [site, context] : office.sites) {
        const auto day = context.machine.readable() ? context.machine.state().day() : std::nullopt;
        if (day) {
            all.push_back({.source = {.database = context.database, .site = site},
                           .from = *day - limits::track_days,
                           .settings = context.machine.state().settings(),
                           .now = context.machine.now()});
        }
    }
    return all;
}

response past_visit(const std::vector<past>& pasts, const domain::track_id& track)
{
    for (const auto& [source, from, settings, now] : pasts) {
        auto log = reports::log_reader::open(source.database, source.site);
        if (!log) {
            return problem_of(log.error());
        }
        const auto found = log->find(track, from);
        if (!found) {
            return problem_of(found.error());
        }
        if (*found) {
            return answer_of(200, tracked_visit(**found, source.site, settings, now));
        }
    }
    return unknown_thing("ticket");
}

awaitable<response> show_tracked(request_context& ctx)
{
    const auto track = parse_track(ctx.request.parameter("track"));
    if (!track) {
        return ready(unknown_thing("ticket"));
    }
    const auto found = find_tracked(ctx.office, *track);
    if (!found) {
        return on_pool(ctx,
                       [pasts = pasts_of(ctx.office), track = *track] { return past_visit(pasts, track); });
    }
    ctx.site = found->context;
    return query(ctx, [found = *found](const domain::site_state& state) {
        const auto* shown = state.find(found.ticket);
        if (shown == nullptr) {
            return unknown_thing("ticket");
        }
        return answer_of(200, views(found.site, state).tracked_ticket(*shown, moment_of(*found.context)));
    });
}

awaitable<http::feed_answer> follow(request_context& ctx)
{
    const auto track = parse_track(ctx.request.parameter("track"));
    const auto found = track ? find_tracked(ctx.office, *track) : std::nullopt;
    if (!found) {
        co_return unknown_thing("ticket");
    }
    co_return [found = *found](std::shared_ptr<http::feed> opened) {
        found.context->machine.read([found, opened](const domain::site_state* state) {
            const auto& [context, site, ticket] = found;
            const auto& machine = context->machine;
            const bool joined =
                state != nullptr && state->find(ticket) != nullptr &&
                context->feed.join_ticket(opened, ticket, *state, machine.now(), machine.zone());
            if (!joined) {
                opened->close(http::close_code::again);
            }
        });
    };
}

} // namespace

std::vector<endpoint> track_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/track/{track}",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "A ticket as its holder sees it, and for 7 days what became of it",
         .query = {},
         .body = {},
         .answers = {{200, "The ticket", described<protocol::tracked_ticket>("tracked_ticket")}},
         .run = show_tracked},
        {.method = http::verb::get,
         .path = "/api/v1/track/{track}/live",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "WebSocket: the ticket, then each of its changes",
         .query = {},
         .body = {},
         .answers = {{101, "The feed: a snapshot, then one message per change", {}}},
         .run = follow},
    };
}

} // namespace motcua::api
