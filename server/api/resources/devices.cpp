// The devices of a site: listed for the manager who looks after them, allowed, replaced and revoked by the
// administrator, and what each reports of itself.

#include "server/access/secrets.hpp"
#include "server/api/limits.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/journal/credential_rows.hpp"

namespace motcua::api {

namespace {

protocol::device view_of(const domain::device& device, const views& site, const access::device_health* health,
                         domain::instant now, access::steady_time steady_now)
{
    protocol::device shown{.kind = domain::name_of(device.as),
                           .name = device.name,
                           .counter = device.counter,
                           .version = {},
                           .last_seen = {},
                           .state = device.has_token ? "never_seen" : "allowed",
                           .printer = {},
                           .sound = {},
                           .last_error = {},
                           .uptime_s = {},
                           .clock_offset_s = {}};
    if (health == nullptr) {
        return shown;
    }
    if (health->last_seen) {
        const auto ago = steady_now - *health->last_seen;
        shown.last_seen = site.timestamp(now - std::chrono::floor<std::chrono::microseconds>(ago));
        shown.state = ago <= limits::device_silence ? "online" : "lost";
    }
    if (!health->version.empty()) {
        shown.version = health->version;
    }
    shown.printer = health->printer;
    shown.sound = health->sound;
    shown.last_error = health->last_error;
    shown.uptime_s = health->uptime_s;
    shown.clock_offset_s = health->clock_offset_s;
    return shown;
}

protocol::device view_of(const request_context& ctx, const domain::site_state& state,
                         const domain::device& device)
{
    const auto site = ctx.parameter("site");
    return view_of(device, views(site, state), ctx.office.credentials.health_of(site, device.name),
                   ctx.site->machine.now(), ctx.office.steady_now());
}

awaitable<response> list_devices(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    return query(ctx, [&ctx, part = *part](const domain::site_state& state) {
        protocol::device_list all;
        for (const auto& device : state.devices().all()) {
            all.items.push_back(view_of(ctx, state, device));
        }
        cut(all, part);
        return answer_of(200, all);
    });
}

/// What the administrator says about the device that shows the code.
checked<domain::add_device> command_of(const protocol::new_device& body)
{
    domain::add_device command;
    if (body.kind) {
        const auto kind = base::read_word<domain::device_kind>(*body.kind);
        if (!kind) {
            return problem_of(base::field_error(kind.error()).inside("kind"));
        }
        command.as = *kind;
    }
    if (body.name) {
        command.device = *body.name;
    }
    if (body.counter) {
        command.counter = *body.counter;
    }
    if (body.replaces) {
        command.replaces = *body.replaces;
    }
    return command;
}

/// The kind that the new device is to have; none where it names neither a kind nor a device to replace.
std::optional<domain::device_kind> wanted_kind(const domain::add_device& command,
                                               const domain::site_state& state)
{
    if (command.as || !command.replaces) {
        return command.as;
    }
    const auto* replaced = state.devices().find(*command.replaces);
    return replaced == nullptr ? std::nullopt : std::optional{replaced->as};
}

// gcc 12 takes new and delete of these frames for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
awaitable<response> allow(request_context& ctx)
{
    const auto body = body_of<protocol::new_device>(ctx);
    if (!body) {
        co_return body.error();
    }
    const auto command = command_of(*body);
    if (!command) {
        co_return command.error();
    }
    const auto* shown = ctx.office.enrolments.find_shown(body->user_code, ctx.office.steady_now());
    if (shown == nullptr && !is_retry(ctx)) {
        co_return http::problem(404, "unknown_code", "No device shows this code.", "user_code");
    }
    const auto kind = wanted_kind(*command, ctx.site->machine.state());
    if (shown != nullptr && kind && *kind != shown->kind) {
        co_return http::problem(409, "wrong_kind",
                                "The device with this code is a " + domain::name_of(shown->kind) + ".",
                                "kind");
    }
    const auto code_hash = shown == nullptr ? std::string() : shown->device_code_hash;
    ctx.office.enrolments.claim(code_hash);
    const auto added = std::make_shared<std::optional<domain::device>>();
    auto changed =
        change(ctx, *command, [&ctx, code_hash, added](const domain::site_state& state, const auto&) {
            const auto& device = state.devices().all().back();
            *added = device;
            runtime::made_reply given{
                runtime::reply{runtime::answer_kind::created, base::to_json(view_of(ctx, state, device))}};
            given.erasable.push_back(journal::credential_row(journal::device_ref(device.name), code_hash));
            return given;
        });
    auto answer = co_await std::move(changed);
    if (answer.status == 201 && *added) {
        ctx.office.enrolments.allow(
            code_hash, {.site = ctx.parameter("site"), .device = (**added).name, .added = (**added).added});
    } else {
        ctx.office.enrolments.give_back(code_hash);
    }
    co_return answer;
}

awaitable<response> add_with_token(request_context& ctx)
{
    const auto body = body_of<protocol::device_with_token>(ctx);
    if (!body) {
        co_return body.error();
    }
    domain::add_device command{.device = body->name,
                               .as = same_word<domain::device_kind>(body->kind),
                               .counter = {},
                               .acts_alone = false,
                               .has_token = true,
                               .replaces = {}};
    if (body->counter) {
        command.counter = *body->counter;
    }
    const auto token = access::new_token(ctx.office.random);
    const auto hash = access::hash_of_token(token);
    const auto added = std::make_shared<std::optional<domain::device>>();
    const auto site = ctx.parameter("site");
    auto changed = change(
        ctx, std::move(command), [site, token, hash, added](const domain::site_state& state, const auto&) {
            const auto& device = state.devices().all().back();
            *added = device;
            runtime::made_reply given{
                runtime::reply{runtime::answer_kind::created,
                               base::to_json(views(site, state).device_credential(device, token))}};
            given.erasable.push_back(journal::credential_row(journal::device_ref(device.name), hash));
            return given;
        });
    auto answer = co_await std::move(changed);
    if (answer.status == 201 && *added) {
        ctx.office.credentials.add_device(site, **added, hash);
    }
    co_return answer;
}

#pragma GCC diagnostic pop

awaitable<response> revoke(request_context& ctx)
{
    return change(ctx, domain::revoke_device{ctx.parameter("name")}, [](const auto&, const auto&) {
        return runtime::reply{runtime::answer_kind::nothing, {}};
    });
}

/// What is left out stays as it was.
template <class Known, class Reported>
void take(Known& known, const Reported& reported)
{
    if (reported) {
        known = *reported;
    }
}

awaitable<response> take_report(request_context& ctx)
{
    const auto body = body_of<protocol::device_report>(ctx);
    if (!body) {
        return ready(body.error());
    }
    auto* health = ctx.office.credentials.health_of(*ctx.holder);
    if (health == nullptr) {
        return ready(wrong_role()); // An officer is not a device.
    }
    take(health->version, body->version);
    take(health->uptime_s, body->uptime_s);
    take(health->clock_offset_s, body->clock_offset_s);
    if (body->printer) {
        health->printer = domain::name_of(*body->printer);
    }
    if (body->sound) {
        health->sound = domain::name_of(*body->sound);
    }
    take(health->last_error, body->last_error);
    return ready(http::json(204, {}));
}

} // namespace

std::vector<endpoint> device_endpoints()
{
    constexpr auto device = described<protocol::device>("device");
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/devices",
             .roles = access::in_charge,
             .open = openness::closed,
             .summary = "The devices of the site, and how each of them is",
             .query = {limit_parameter, cursor_parameter},
             .body = {},
             .answers = {{200, "A page of devices", described<protocol::device_list>("device_list")}},
             .run = list_devices},
            {.method = http::verb::post,
             .path = "/api/v1/sites/{site}/devices",
             .roles = access::administering,
             .open = openness::closed,
             .summary = "Allows the device that shows a code, or lets it take the place of another",
             .query = {},
             .body = described<protocol::new_device>("new_device"),
             .answers = {{201, "The device, which now takes its token", device}},
             .run = allow},
            {.method = http::verb::post,
             .path = "/api/v1/sites/{site}/device_tokens",
             .roles = access::administering,
             .open = openness::closed,
             .summary = "Adds a device without a screen of its own, such as a program, with its token",
             .query = {},
             .body = described<protocol::device_with_token>("device_with_token"),
             .answers = {{201, "The token, shown this once",
                          described<protocol::device_credential>("device_credential")}},
             .run = add_with_token,
             .takes_key = false}, // A stored answer would be a stored token.
            {.method = http::verb::delete_,
             .path = "/api/v1/sites/{site}/devices/{name}",
             .roles = access::administering,
             .open = openness::closed,
             .summary = "Revokes a device: its token is no longer valid",
             .query = {},
             .body = {},
             .answers = {{204, "The device is gone", {}}},
             .run = revoke},
            {.method = http::verb::post,
             .path = "/api/v1/devices/current/report",
             .roles = access::everyone,
             .open = openness::closed,
             .summary = "A device reports how it is",
             .query = {},
             .body = described<protocol::device_report>("device_report"),
             .answers = {{204, "Noted", {}}},
             .run = take_report,
             .takes_key = false, // Nothing of it is stored.
             .for_idle_console = true}};
}

} // namespace motcua::api
