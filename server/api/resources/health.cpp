// Whether the server lives, and whether it can serve.

#include "server/api/resources/resources.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

protocol::health health_of(const office& house)
{
    protocol::health told{.status = "ok", .version = MOTCUA_VERSION, .reasons = {}, .warnings = {}};
    for (const auto& [site, at] : house.halls) {
        if (!at.site.available()) {
            told.reasons.push_back("the store of " + site + " takes nothing");
            continue;
        }
        if (at.site.clock_doubtful()) {
            told.warnings.push_back("the system clock says something else than the time of " + site);
        }
    }
    // One machine, one clock.
    const auto follows = [](const auto& one) { return one.second.site.clock_synchronised(); };
    if (!std::ranges::all_of(house.halls, follows)) {
        told.warnings.push_back("the kernel calls the system clock unsynchronised");
    }
    if (!told.reasons.empty()) {
        told.status = "unavailable";
    }
    return told;
}

awaitable<response> is_alive(call& made) { return ready(answer_of(200, health_of(made.house))); }

awaitable<response> is_ready(call& made)
{
    const auto told = health_of(made.house);
    const unsigned status = told.reasons.empty() ? 200 : 503;
    auto answer = answer_of(status, told);
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
         .who = everyone,
         .open = openness::probe,
         .summary = "The server lives",
         .query = {},
         .body = {},
         .answers = {{200, "It does", message}},
         .run = is_alive},
        {.method = http::verb::get,
         .path = "/readyz",
         .who = everyone,
         .open = openness::probe,
         .summary = "The server can serve",
         .query = {},
         .body = {},
         .answers = {{200, "It can", message}, {503, "It cannot, and why", message}},
         .run = is_ready},
    };
}

} // namespace motcua::api
