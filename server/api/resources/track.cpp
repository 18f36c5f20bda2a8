// A ticket followed by its holder: the unguessable track id is the permission.

#include "server/api/resources/resources.hpp"
#include "server/api/resources/tracked.hpp"
#include "server/api/views.hpp"
#include "server/api/visit_views.hpp"

namespace motcua::api {

namespace {

// gcc 12 takes new and delete of this frame for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
awaitable<response> show_past(request_context& ctx)
{
    std::optional<past_visit> past;
    auto refused = co_await find_past_visit(ctx, past);
    if (!past) {
        co_return refused;
    }
    const auto& machine = past->context->machine;
    co_return answer_of(200,
                        tracked_visit(past->visit, past->site, machine.state().settings(), machine.now()));
}
#pragma GCC diagnostic pop

awaitable<response> show_tracked(request_context& ctx)
{
    const auto found = find_tracked(ctx);
    if (!found) {
        return show_past(ctx);
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
