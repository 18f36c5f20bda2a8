// The devices of a site, for the manager who looks after them.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

/// A device that was silent for this long is away: its window sends a request at least every 2 s while it
/// runs.
constexpr std::chrono::minutes silence{2};

protocol::device view_of(const access::device& device, const access::device_health& health, const views& site,
                         domain::instant now, access::steady_time steady_now)
{
    protocol::device result{.kind = domain::name_of(device.role),
                            .name = device.name,
                            .counter = device.counter,
                            .version = {},
                            .last_seen = {},
                            .state = "never_seen",
                            .printer = {},
                            .sound = {},
                            .last_error = {},
                            .uptime_s = {},
                            .clock_offset_s = {}};
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

awaitable<response> list_devices(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    const auto site = ctx.parameter("site");
    const auto& context = *ctx.site;
    const auto& office = ctx.office;
    const auto devices = office.credentials.devices(site);
    return query(ctx, [site, devices, &context, &office, part = *part](const domain::site_state& state) {
        protocol::device_list all;
        for (const auto& [device, health] : devices) {
            all.items.push_back(
                view_of(*device, health, views(site, state), context.machine.now(), office.steady_now()));
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
             .roles = access::in_charge,
             .open = openness::closed,
             .summary = "The devices of the site, and when each was last seen",
             .query = {limit_parameter, cursor_parameter},
             .body = {},
             .answers = {{200, "A page of devices", described<protocol::device_list>("device_list")}},
             .run = list_devices}};
}

} // namespace motcua::api
