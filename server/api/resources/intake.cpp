// The intake: a manager stops the tickets of a service or of the whole site, and lets them go on.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

/// The service of the path; none where it names the whole site.
std::optional<domain::service_code> service_of(const request_context& ctx)
{
    auto code = ctx.parameter("service");
    return code.empty() ? std::nullopt : std::optional{std::move(code)};
}

/// What the services take after the change.
runtime::answer_maker the_services(const request_context& ctx)
{
    return
        [site = ctx.parameter("site"), &context = *ctx.site](const domain::site_state& state, const auto&) {
            return runtime::reply{runtime::answer_kind::done,
                                  base::to_json(views(site, state).services(moment_of(context)))};
        };
}

awaitable<response> suspend(request_context& ctx)
{
    auto body = body_of<protocol::with_reason>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    domain::suspend_intake command{.service = service_of(ctx), .reason = {}, .until = until_of(*body)};
    if (body->reason) {
        command.reason = std::move(*body->reason);
    }
    return change(ctx, std::move(command), the_services(ctx));
}

awaitable<response> resume(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return change(ctx, domain::resume_intake{.service = service_of(ctx)}, the_services(ctx));
}

endpoint row(std::string_view path, std::string_view summary, described_message body, endpoint::handler run)
{
    return {.method = http::verb::post,
            .path = path,
            .roles = access::in_charge,
            .open = openness::closed,
            .summary = summary,
            .query = {},
            .body = body,
            .answers = {{200, "The services after the change",
                         described<protocol::service_list>("service_list")}},
            .run = std::move(run)};
}

} // namespace

std::vector<endpoint> intake_endpoints()
{
    constexpr auto why = described<protocol::with_reason>("with_reason");
    constexpr auto no_fields = described<protocol::nothing>("nothing");
    return {
        row("/api/v1/sites/{site}/suspend", "Issues no more tickets; those who wait are served", why,
            suspend),
        row("/api/v1/sites/{site}/resume", "Issues tickets again", no_fields, resume),
        row("/api/v1/sites/{site}/services/{service}/suspend",
            "Issues no more tickets of a service; those who wait are served", why, suspend),
        row("/api/v1/sites/{site}/services/{service}/resume", "Issues tickets of a service again", no_fields,
            resume),
    };
}

} // namespace motcua::api
