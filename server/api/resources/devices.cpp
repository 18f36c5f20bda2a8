// The devices of a site, as the manager looks after them.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

/// A device that said nothing for so long counts as away: its window asks at least every 2 s while it lives.
constexpr std::chrono::minutes silence{2};

protocol::device told(const device& one, const device_health& health, const views& site, domain::instant now,
                      steady_time steady_now)
{
    protocol::device result{.kind = domain::name_of(one.role),
                            .name = one.name,
                            .counter = one.counter,
                            .version = {},
                            .last_seen = {},
                            .state = "never_seen",
                            .printer = {},
                            .sound = {},
                            .last_error = {}};
    if (health.last_seen) {
        const auto ago = steady_now - *health.last_seen;
        result.last_seen = site.timestamp(now - std::chrono::floor<std::chrono::microseconds>(ago));
        result.state = ago <= silence ? "online" : "away";
    }
    if (!health.version.empty()) {
        result.version = health.version;
    }
    return result;
}

awaitable<response> list_devices(call& made)
{
    const auto part = list_part_of(made);
    if (!part) {
        return ready(part.error());
    }
    const auto site = made.parameter("site");
    auto& at = *made.at;
    const auto& house = made.house;
    const auto devices = house.known.devices(site);
    return query(made, [site, devices, &at, &house, part = *part](const domain::site_state& state) {
        protocol::device_list all;
        for (const auto& [one, health] : devices) {
            all.items.push_back(told(*one, health, views(site, state), at.site.now(), house.steady_now()));
        }
        cut(all, part);
        return answer_of(200, all);
    });
}

} // namespace

std::vector<endpoint> device_endpoints()
{
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/devices",
             .who = in_charge,
             .open = openness::closed,
             .summary = "The devices of the site, and when each was last heard of",
             .query = {limit_parameter, cursor_parameter},
             .body = {},
             .answers = {{200, "A page of devices", described<protocol::device_list>("device_list")}},
             .run = list_devices}};
}

} // namespace motcua::api
