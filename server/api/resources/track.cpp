// A ticket followed by its holder: whoever knows the unguessable track id may look.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

/// Where the ticket of the path is; nothing when no site has one of that track today.
struct tracked
{
    const hall* at = nullptr;
    std::string site;
    domain::ticket_id ticket{};
};

std::optional<tracked> find_tracked(const call& made)
{
    const auto track = parse_track(made.asked.parameter("track"));
    if (!track) {
        return std::nullopt;
    }
    for (const auto& [site, at] : made.house.halls) {
        const auto* found = at.site.readable() ? at.site.state().find(*track) : nullptr;
        if (found != nullptr) {
            return tracked{&at, site, found->id};
        }
    }
    return std::nullopt;
}

awaitable<response> show_tracked(call& made)
{
    const auto found = find_tracked(made);
    if (!found) {
        return ready(unknown_thing("ticket"));
    }
    made.at = found->at;
    return query(made, [found = *found](const domain::site_state& state) {
        const auto* shown = state.find(found.ticket);
        if (shown == nullptr) {
            return unknown_thing("ticket");
        }
        return answer_of(200, views(found.site, state).tracked_ticket(*shown, found.at->site.now()));
    });
}

awaitable<http::feed_answer> follow(call& made)
{
    const auto found = find_tracked(made);
    if (!found) {
        co_return unknown_thing("ticket");
    }
    co_return [found = *found](std::shared_ptr<http::feed> opened) {
        found.at->site.read([found, opened](const domain::site_state* state) {
            const bool joined =
                state != nullptr && state->find(found.ticket) != nullptr &&
                found.at->feed.join_ticket(opened, found.ticket, *state, found.at->site.now());
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
         .who = everyone,
         .open = openness::open,
         .summary = "A ticket as its holder sees it",
         .query = {},
         .body = {},
         .answers = {{200, "The ticket", described<protocol::tracked_ticket>("tracked_ticket")}},
         .run = show_tracked},
        {.method = http::verb::get,
         .path = "/api/v1/track/{track}/live",
         .who = everyone,
         .open = openness::open,
         .summary = "WebSocket: the ticket, then each of its changes",
         .query = {},
         .body = {},
         .answers = {{101, "The feed: a snapshot, then a message a change", {}}},
         .run = follow},
    };
}

} // namespace motcua::api
