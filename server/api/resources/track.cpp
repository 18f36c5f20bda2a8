// A ticket followed by its holder: the unguessable track id is the permission.

#include "server/api/identifiers.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

/// The ticket of the path and its site; none if no site has a ticket with that track today.
struct tracked
{
    const site_context* context = nullptr;
    std::string site;
    domain::ticket_id ticket{};
};

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

awaitable<response> show_tracked(request_context& ctx)
{
    const auto found = find_tracked(ctx);
    if (!found) {
        return ready(unknown_thing("ticket"));
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
    const auto found = find_tracked(ctx);
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
         .summary = "A ticket as its holder sees it",
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
