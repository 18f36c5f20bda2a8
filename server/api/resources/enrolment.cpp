// A new device: it shows a code until an administrator allows it, and then takes its token. The roles are
// those of RFC 8628.

#include "server/access/limits.hpp"
#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/journal/credential_rows.hpp"

namespace motcua::api {

namespace {

/// What a window can be. The other kinds are for programs, whose token is made by hand.
constexpr std::array window_kinds{domain::device_kind::kiosk, domain::device_kind::console,
                                  domain::device_kind::board, domain::device_kind::sign,
                                  domain::device_kind::rating};

awaitable<response> enrol(request_context& ctx)
{
    const auto body = body_of<protocol::enrol>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto kind = base::enum_named<domain::device_kind>(body->kind);
    if (!kind || std::ranges::count(window_kinds, *kind) == 0) {
        return ready(http::problem(422, "not_allowed",
                                   "This must be one of kiosk, console, board, sign, rating.", "kind"));
    }
    const auto shown =
        ctx.office.enrolments.begin(*kind, ctx.request.remote, ctx.office.random, ctx.office.steady_now());
    if (!shown) {
        return ready(too_many_requests(std::chrono::seconds{60}));
    }
    // No site knows the device yet, so none lends its clock.
    const auto now = std::chrono::floor<std::chrono::seconds>(ctx.office.wall_now());
    return ready(answer_of(
        201,
        protocol::enrolment{.device_code = shown->device_code,
                            .user_code = shown->user_code,
                            .expires_at = {now + access::limits::enrolment_length, {}},
                            .interval_s = static_cast<int>(access::limits::enrolment_interval.count())}));
}

response unknown_code() { return http::problem(404, "unknown_code", "No device has this code."); }

// gcc 12 takes new and delete of these frames for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
awaitable<response> take_token(request_context& ctx)
{
    const auto body = body_of<protocol::enrol_token>(ctx);
    if (!body) {
        co_return body.error();
    }
    const auto code_hash = access::hash_of_token(body->device_code);
    if (ctx.office.enrolments.is_waiting(code_hash, ctx.office.steady_now())) {
        co_return answer_of(202, protocol::enrolment_state{"pending"});
    }
    const auto* found = ctx.office.enrolments.find_allowed(code_hash);
    if (found == nullptr) {
        co_return unknown_code();
    }
    const auto allowed = *found;
    ctx.site = &ctx.office.sites.find(allowed.site)->second;
    const auto token = access::new_token(ctx.office.random);
    const auto hash = access::hash_of_token(token);
    const auto device = std::make_shared<domain::device>();
    auto changed = change_by(
        ctx, {.actor = "device:" + allowed.device, .counter = {}, .staff = {}, .key = {}},
        domain::take_device_token{.device = allowed.device, .added = allowed.added},
        [allowed, token, hash, device](const domain::site_state& state, const auto&) {
            *device = *state.devices().find(allowed.device);
            runtime::made_reply given{
                runtime::reply{runtime::answer_kind::done,
                               base::to_json(views(allowed.site, state).device_credential(*device, token))}};
            given.erasable.push_back(journal::credential_row(journal::device_ref(device->name), hash));
            return given;
        });
    auto answer = co_await std::move(changed);
    if (answer.status == 200) {
        ctx.office.enrolments.forget(code_hash);
        ctx.office.credentials.add_device(allowed.site, *device, hash);
    } else if (answer.status == 404) {
        ctx.office.enrolments.forget(code_hash);
        co_return unknown_code();
    }
    co_return answer;
}

#pragma GCC diagnostic pop

} // namespace

std::vector<endpoint> enrolment_endpoints()
{
    return {
        {.method = http::verb::post,
         .path = "/api/v1/enrol",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "A device that nobody knows yet asks for a code to show",
         .query = {},
         .body = described<protocol::enrol>("enrol"),
         .answers = {{201, "The codes, for 15 minutes", described<protocol::enrolment>("enrolment")}},
         .run = enrol,
         .takes_key = false}, // A stored answer would be a stored secret.
        {.method = http::verb::post,
         .path = "/api/v1/enrol/token",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "The device takes its token, once",
         .query = {},
         .body = described<protocol::enrol_token>("enrol_token"),
         .answers = {{200, "The token", described<protocol::device_credential>("device_credential")},
                     {202, "Nobody has allowed it yet",
                      described<protocol::enrolment_state>("enrolment_state")}},
         .run = take_token,
         .takes_key = false},
    };
}

} // namespace motcua::api
