// What the hall may see: the board and the services.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

awaitable<response> board(call& made)
{
    const auto site = made.parameter("site");
    const auto& at = *made.at;
    return query(made, [site, &at](const domain::site_state& state) {
        return answer_of(200, views(site, state).board(at.site.now(), at.feed.last_sent()));
    });
}

awaitable<response> services(call& made)
{
    const auto part = list_part_of(made);
    if (!part) {
        return ready(part.error());
    }
    const auto site = made.parameter("site");
    return query(made, [site, part = *part](const domain::site_state& state) {
        auto all = views(site, state).services();
        cut(all, part);
        return answer_of(200, all);
    });
}

awaitable<response> whoami(call& made)
{
    const auto& who = *made.who;
    const auto found = made.house.halls.find(who.site);
    if (found == made.house.halls.end()) {
        return ready(no_credential());
    }
    made.at = &found->second;
    return query(made, [who](const domain::site_state& state) {
        return answer_of(200, protocol::identity{.role = domain::name_of(who.role),
                                                 .site = who.site,
                                                 .site_name = state.settings().name_vi,
                                                 .site_name_en = state.settings().name_en,
                                                 .counter = who.counter,
                                                 .staff = who.staff});
    });
}

} // namespace

std::vector<endpoint> board_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/board",
         .who = everyone,
         .open = openness::where_reads_are_open,
         .summary = "Who is called where, and how long the queues are",
         .query = {},
         .body = {},
         .answers = {{200, "The board", described<protocol::board>("board")}},
         .run = board},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/services",
         .who = everyone,
         .open = openness::where_reads_are_open,
         .summary = "The services of the site",
         .query = {limit_parameter, cursor_parameter},
         .body = {},
         .answers = {{200, "A page of services", described<protocol::service_list>("service_list")}},
         .run = services},
        {.method = http::verb::get,
         .path = "/api/v1/whoami",
         .who = everyone,
         .open = openness::closed,
         .summary = "What the credential stands for",
         .query = {},
         .body = {},
         .answers = {{200, "The holder of the credential", described<protocol::identity>("identity")}},
         .run = whoami},
    };
}

} // namespace motcua::api
