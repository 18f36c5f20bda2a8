// What everybody in the waiting hall may see: the sites, the board and the services. And what a credential
// stands for.

#include "server/api/resources/resources.hpp"

#include "protocol/sites.hpp"
#include "server/api/views.hpp"
#include "server/api/window_settings_view.hpp"

namespace motcua::api {

namespace {

/// The sites that let anybody read: a page in the browser finds its own among them.
awaitable<response> sites(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    protocol::site_list all;
    for (const auto& [code, context] : ctx.office.sites) {
        if (context.machine.readable() && context.machine.state().settings().public_.reads) {
            const auto& state = context.machine.state();
            all.items.push_back({.site = code,
                                 .name = state.settings().name,
                                 .name_en = state.settings().name_en,
                                 .time = views(code, state).timestamp(context.machine.now())});
        }
    }
    cut(all, *part);
    return ready(answer_of(200, all));
}

awaitable<response> board(request_context& ctx)
{
    const auto site = ctx.parameter("site");
    const auto& context = *ctx.site;
    return query(ctx, [site, &context](const domain::site_state& state) {
        return answer_of(200, views(site, state).board(moment_of(context), context.feed.last_sent()));
    });
}

awaitable<response> services(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    const auto site = ctx.parameter("site");
    const auto& context = *ctx.site;
    return query(ctx, [site, &context, part = *part](const domain::site_state& state) {
        auto all = views(site, state).services(moment_of(context));
        cut(all, part);
        return answer_of(200, all);
    });
}

std::optional<std::string> name_of(const access::holder& holder, const domain::site_state& state)
{
    const auto* member = holder.staff ? state.staff().find(*holder.staff) : nullptr;
    return member == nullptr ? std::nullopt : std::optional{member->name};
}

awaitable<response> whoami(request_context& ctx)
{
    const auto& holder = *ctx.holder;
    const auto found = ctx.office.sites.find(holder.site);
    if (found == ctx.office.sites.end()) {
        return ready(no_credential());
    }
    ctx.site = &found->second;
    return query(ctx, [holder, &machine = ctx.site->machine](const domain::site_state& state) {
        return answer_of(
            200, protocol::identity{.role = domain::name_of(holder.role),
                                    .site = holder.site,
                                    .site_name = state.settings().name,
                                    .site_name_en = state.settings().name_en,
                                    .counter = holder.counter,
                                    .staff = holder.staff,
                                    .staff_name = name_of(holder, state),
                                    .sign_in_required = holder.acts ? std::nullopt : std::optional{true},
                                    .time = views(holder.site, state).timestamp(machine.now()),
                                    .settings = window_settings_view(state.settings())});
    });
}

} // namespace

std::vector<endpoint> board_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "The sites of this server that let anybody read",
         .query = {limit_parameter, cursor_parameter},
         .body = {},
         .answers = {{200, "A page of sites", described<protocol::site_list>("site_list")}},
         .run = sites},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/board",
         .roles = access::everyone,
         .open = openness::where_reads_are_open,
         .summary = "Which numbers are called, to which counters, and how long the queues are",
         .query = {},
         .body = {},
         .answers = {{200, "The board", described<protocol::board>("board")}},
         .run = board},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/services",
         .roles = access::everyone,
         .open = openness::where_reads_are_open,
         .summary = "The services of the site",
         .query = {limit_parameter, cursor_parameter},
         .body = {},
         .answers = {{200, "A page of services", described<protocol::service_list>("service_list")}},
         .run = services},
        {.method = http::verb::get,
         .path = "/api/v1/whoami",
         .roles = access::everyone,
         .open = openness::closed,
         .summary = "What the credential stands for",
         .query = {},
         .body = {},
         .answers = {{200, "The holder of the credential", described<protocol::identity>("identity")}},
         .run = whoami},
    };
}

} // namespace motcua::api
