// Whether the server is alive, and whether it can serve.

#include "server/api/resources/resources.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

protocol::health health_of(const office& office)
{
    protocol::health health{.status = "ok", .version = MOTCUA_VERSION, .reasons = {}, .warnings = {}};
    for (const auto& [site, context] : office.sites) {
        if (!context.machine.available()) {
            health.reasons.push_back("the store of " + site + " accepts no changes");
            continue;
        }
        if (context.machine.clock_doubtful()) {
            health.warnings.push_back("the system clock differs from the time of " + site);
        }
    }
    // One machine, one clock.
    const auto is_synchronised = [](const auto& entry) { return entry.second.machine.clock_synchronised(); };
    if (!std::ranges::all_of(office.sites, is_synchronised)) {
        health.warnings.emplace_back("the kernel reports the system clock as not synchronised");
    }
    if (!health.reasons.empty()) {
        health.status = "unavailable";
    }
    return health;
}

awaitable<response> is_alive(request_context& ctx) { return ready(answer_of(200, health_of(ctx.office))); }

awaitable<response> is_ready(request_context& ctx)
{
    const auto health = health_of(ctx.office);
    const unsigned status = health.reasons.empty() ? 200 : 503;
    auto answer = answer_of(status, health);
    if (status == 503) {
        answer.set_header("Retry-After", "1");
    }
    return ready(answer);
}

} // namespace

std::vector<endpoint> health_endpoints()
{
    constexpr auto message = described<protocol::health>("health");
    return {
        {.method = http::verb::get,
         .path = "/healthz",
         .roles = access::everyone,
         .open = openness::probe,
         .summary = "Whether the server is alive",
         .query = {},
         .body = {},
         .answers = {{200, "It is alive", message}},
         .run = is_alive},
        {.method = http::verb::get,
         .path = "/readyz",
         .roles = access::everyone,
         .open = openness::probe,
         .summary = "Whether the server can serve",
         .query = {},
         .body = {},
         .answers = {{200, "It can", message}, {503, "It cannot, and why", message}},
         .run = is_ready},
    };
}

} // namespace motcua::api
