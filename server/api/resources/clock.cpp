// The clock of a site: an administrator confirms the system clock.

#include "server/api/resources/resources.hpp"

namespace motcua::api {

namespace {

awaitable<response> confirm(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    auto& site = ctx.site->machine;
    return outcome_of([&site, actor = ctx.holder->actor](std::function<void(runtime::outcome)> done) {
        site.confirm_clock(actor, std::move(done));
    });
}

} // namespace

std::vector<endpoint> clock_endpoints()
{
    return {{.method = http::verb::post,
             .path = "/api/v1/sites/{site}/clock/confirm",
             .roles = access::administering,
             .open = openness::closed,
             .summary = "Confirms that the system clock is right when the site doubts it",
             .query = {},
             .body = described<protocol::nothing>("nothing"),
             .answers = {{204, "The site follows the system clock", {}}},
             .run = confirm}};
}

} // namespace motcua::api
