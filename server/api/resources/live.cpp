// The live feed of a site.

#include "server/api/numbers.hpp"
#include "server/api/resources/resources.hpp"

namespace motcua::api {

namespace {

checked<std::optional<std::int64_t>> since_of(const call& made)
{
    const auto given = made.asked.query("since");
    if (!given) {
        return std::optional<std::int64_t>{};
    }
    const auto since = read_number(*given);
    if (!since || *since < 0) {
        return http::problem(422, "not_allowed", "The seq of a message is expected.", "since");
    }
    return since;
}

/// What a member of staff hears ends with the session that it was asked for with.
std::function<bool()> session_check(const call& made)
{
    if (!made.who->staff) {
        return nullptr;
    }
    return [&house = made.house, hash = hash_of_token(*made.asked.bearer)] {
        return house.known.is_session(hash, house.steady_now());
    };
}

awaitable<http::feed_answer> follow(call& made)
{
    const auto since = since_of(made);
    if (!since) {
        co_return since.error();
    }
    std::optional<std::string> epoch;
    if (const auto given = made.asked.query("epoch")) {
        epoch = *given;
    }
    const auto seen = any_staff.holds(made.who->role) ? live_feed::view::staff : live_feed::view::hall;
    const auto& at = *made.at;
    const auto may_go_on = session_check(made);
    co_return [&at, seen, since = *since, epoch, may_go_on](std::shared_ptr<http::feed> opened) {
        opened->may_go_on = may_go_on;
        at.site.read([&at, seen, since, epoch, opened](const domain::site_state* state) {
            if (state == nullptr) {
                return opened->close(http::close_code::again);
            }
            at.feed.join(opened, seen, since, epoch, *state, at.site.now());
        });
    };
}

} // namespace

std::vector<endpoint> live_endpoints()
{
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/live",
             .who = everyone,
             .open = openness::closed,
             .summary = "WebSocket: a snapshot, then every change once and in order",
             .query = {{"access_token", "The credential, where no header can be sent"},
                       {"since", "The seq of the last message heard", false, &base::schema_of<std::int64_t>},
                       {"epoch", "The epoch of the snapshot heard"}},
             .body = {},
             .answers = {{101, "The feed; messages have type, seq and prev", {}}},
             .run = follow}};
}

} // namespace motcua::api
