// The live feed of a site.

#include "base/numbers.hpp"
#include "server/access/secrets.hpp"
#include "server/api/resources/resources.hpp"

namespace motcua::api {

namespace {

checked<std::optional<std::int64_t>> since_of(const request_context& ctx)
{
    const auto given = ctx.request.query("since");
    if (!given) {
        return std::optional<std::int64_t>{};
    }
    const auto since = base::read_number(*given);
    if (!since || *since < 0) {
        return http::problem(422, "not_allowed", "This must be the seq of a message.", "since");
    }
    return since;
}

/// The feed ends with the credential that opened it. Until then its device counts as seen, and as the console
/// of its counter.
std::function<bool()> credential_check(const request_context& ctx)
{
    const auto token = ctx.request.bearer ? *ctx.request.bearer : *ctx.request.cookie;
    return [&office = ctx.office, &consoles = ctx.site->consoles, holder = ctx.holder,
            hash = access::hash_of_token(token)] {
        const auto now = office.steady_now();
        if (!office.credentials.is_valid(hash, now)) {
            return false;
        }
        office.credentials.seen(*holder, now);
        if (access::at_counter.holds(holder->role) && holder->counter) {
            consoles.seen(*holder->counter, now);
        }
        return true;
    };
}

awaitable<http::feed_answer> follow(request_context& ctx)
{
    const auto since = since_of(ctx);
    if (!since) {
        co_return since.error();
    }
    std::optional<std::string> epoch;
    if (const auto given = ctx.request.query("epoch")) {
        epoch = *given;
    }
    const auto view = access::any_staff.holds(ctx.holder->role) ? feed_view::staff : feed_view::everybody;
    const auto& context = *ctx.site;
    const auto may_go_on = credential_check(ctx);
    co_return [&context, view, since = *since, epoch, may_go_on](std::shared_ptr<http::feed> opened) {
        opened->may_go_on = may_go_on;
        context.machine.read([&context, view, since, epoch, opened](const domain::site_state* state) {
            if (state == nullptr) {
                return opened->close(http::close_code::again);
            }
            context.feed.join(opened, view, since, epoch, *state, context.machine.now(),
                              context.machine.zone());
        });
    };
}

} // namespace

std::vector<endpoint> live_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/live",
         .roles = access::everyone,
         .open = openness::closed,
         .summary = "WebSocket: a snapshot, then each change once and in order",
         .query = {{"access_token", "The credential, for clients that cannot send a header"},
                   {"since", "The seq of the last message received", false, &base::schema_of<std::int64_t>},
                   {"epoch", "The epoch of the last snapshot received"}},
         .body = {},
         .answers = {{101, "The feed; messages have type, seq and prev", {}}},
         .run = follow}};
}

} // namespace motcua::api
