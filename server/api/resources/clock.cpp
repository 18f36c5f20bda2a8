// The clock of a site: an administrator says that it is right.

#include "server/api/resources/resources.hpp"

namespace motcua::api {

namespace {

awaitable<response> confirm(call& made)
{
    const auto body = body_of<protocol::nothing>(made);
    if (!body) {
        return ready(body.error());
    }
    auto& site = made.at->site;
    return outcome_of([&site, actor = made.who->actor](std::function<void(runtime::outcome)> done) {
        site.confirm_clock(actor, std::move(done));
    });
}

} // namespace

std::vector<endpoint> clock_endpoints()
{
    return {{.method = http::verb::post,
             .path = "/api/v1/sites/{site}/clock/confirm",
             .who = administering,
             .open = openness::closed,
             .summary = "Says that the system clock is right where the site does not believe it",
             .query = {},
             .body = described<protocol::nothing>("nothing"),
             .answers = {{204, "The site goes by the system clock", {}}},
             .run = confirm}};
}

} // namespace motcua::api
