// The settings of a site: read, changed, their history, and an earlier version taken back.

#include "base/numbers.hpp"
#include "server/api/limits.hpp"
#include "server/api/log_queries.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/settings_views.hpp"

namespace motcua::api {

namespace {

awaitable<response> show_settings(request_context& ctx)
{
    return query(ctx, [](const domain::site_state& state) {
        auto answer = http::json(200, settings_body(state));
        answer.set_header("ETag", settings_etag(state.settings_version()));
        return answer;
    });
}

/// Sets the settings of the site, made from version `from`, and answers with them. Without an ETag: what is
/// stored is not what was sent (RFC 9110, section 9.3.4).
awaitable<response> set(const request_context& ctx, domain::site_settings wanted, std::optional<int> from)
{
    return change(ctx, domain::configure_site{.settings = std::move(wanted), .from_version = from},
                  [](const domain::site_state& state, const auto&) {
                      return runtime::reply{runtime::answer_kind::done, settings_body(state)};
                  });
}

/// Whether `header`, an If-Match, names `etag` (RFC 9110, section 13.1.1).
bool is_match(std::string_view header, const std::string& etag)
{
    while (!header.empty()) {
        auto one = header.substr(0, header.find(','));
        header.remove_prefix(std::min(one.size() + 1, header.size()));
        while (one.starts_with(' ') || one.starts_with('\t')) {
            one.remove_prefix(1);
        }
        while (one.ends_with(' ') || one.ends_with('\t')) {
            one.remove_suffix(1);
        }
        if (one == etag || one == "*") {
            return true;
        }
    }
    return false;
}

awaitable<response> replace(request_context& ctx)
{
    const auto& state = ctx.site->machine.state();
    auto wanted =
        settings_over(state.settings(), ctx.request.body.empty() ? std::string_view("{}") : ctx.request.body);
    if (!wanted) {
        return ready(problem_of(wanted.error()));
    }
    // The site decides, even where the header cannot match: what it has now may not be durable yet.
    constexpr int none_of_them = 0;
    const int version = state.settings_version();
    const bool matches = is_match(ctx.request.if_match, settings_etag(version));
    return set(ctx, *std::move(wanted), matches ? version : none_of_them);
}

/// At most `limit` items of the history, those before version `before`.
response history_page(const log_source& source, const domain::time_zone& zone,
                      const domain::staff_list& officers, std::optional<int> before, std::size_t limit)
{
    // One more version shows whether another page follows, and what the last item changed.
    const auto versions = reports::read_settings_versions(source.database, source.site, before, limit + 1);
    if (!versions) {
        return problem_of(versions.error());
    }
    protocol::settings_history page;
    for (std::size_t at = 0; at < std::min(limit, versions->size()); ++at) {
        const auto* earlier = at + 1 < versions->size() ? &(*versions)[at + 1] : nullptr;
        page.items.push_back(history_item((*versions)[at], earlier, zone));
        page.items.back().actor_name = actor_name(officers, page.items.back().actor);
    }
    if (versions->size() > limit) {
        page.next_cursor = std::to_string(page.items.back().version);
    }
    return answer_of(200, page);
}

awaitable<response> history(request_context& ctx)
{
    const auto limit = page_of(ctx);
    if (!limit) {
        co_return limit.error();
    }
    std::optional<int> before;
    if (const auto cursor = ctx.request.query("cursor")) {
        before = base::read_number<int>(*cursor);
        if (!before) {
            co_return wrong_cursor();
        }
    }
    const auto& site = ctx.site->machine;
    std::function<response()> make = [source = source_of(ctx), zone = site.zone(),
                                      officers = site.state().staff(), before, limit = *limit] {
        return history_page(source, zone, officers, before, limit);
    };
    co_return co_await on_pool(ctx, std::move(make));
}

using found_version = reports::result<std::optional<reports::settings_version>>;

/// The settings of the version that was found; 422 where there is none of its number.
checked<domain::site_settings> settings_of(const std::optional<found_version>& found)
{
    if (!found) {
        return unavailable();
    }
    if (!*found) {
        return problem_of(found->error());
    }
    if (!**found) {
        return http::problem(422, "unknown_version", "The settings have no such version.", "version");
    }
    return settings_over({}, (**found)->body).value();
}

// gcc 12 takes new and delete of this frame for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
awaitable<response> restore(request_context& ctx)
{
    const auto body = body_of<protocol::restore_settings>(ctx);
    if (!body) {
        co_return body.error();
    }
    std::function<found_version()> find = [source = source_of(ctx), version = body->version] {
        return reports::find_settings_version(source.database, source.site, version);
    };
    auto wanted = settings_of(co_await ctx.office.workers.run(std::move(find)));
    if (!wanted) {
        co_return wanted.error();
    }
    auto changed = set(ctx, *std::move(wanted), std::nullopt);
    co_return co_await std::move(changed);
}
#pragma GCC diagnostic pop

} // namespace

std::vector<endpoint> settings_endpoints()
{
    constexpr described_message settings{"settings", &settings_schema};
    constexpr described_message change{"settings_change", &settings_change_schema};
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/settings",
         .roles = access::in_charge,
         .open = openness::closed,
         .summary = "The settings of the site, with their version, which is the ETag too",
         .query = {},
         .body = {},
         .answers = {{200, "The settings", settings}},
         .run = show_settings},
        {.method = http::verb::put,
         .path = "/api/v1/sites/{site}/settings",
         .roles = access::administering,
         .open = openness::closed,
         .summary = "Changes settings; keys that are left out stay as they are",
         .query = {},
         .body = change,
         .answers = {{200, "The settings after the change", settings}},
         .run = replace,
         .takes_key = true,
         .needs_match = true},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/settings/history",
         .roles = access::administering,
         .open = openness::closed,
         .summary = "Who changed which setting when, from what to what; the newest change first",
         .query = {limit_parameter, cursor_parameter},
         .body = {},
         .answers = {{200, "A page of changes", described<protocol::settings_history>("settings_history")}},
         .run = history},
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/settings/restore",
         .roles = access::administering,
         .open = openness::closed,
         .summary = "Takes an earlier version of the settings back, as a new one",
         .query = {},
         .body = described<protocol::restore_settings>("restore_settings"),
         .answers = {{200, "The settings after the change", settings}},
         .run = restore},
    };
}

} // namespace motcua::api
