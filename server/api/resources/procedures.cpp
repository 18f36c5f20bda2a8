// The catalogue of procedures.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

namespace motcua::api {

namespace {

awaitable<response> list_procedures(request_context& ctx)
{
    const auto part = list_part_of(ctx);
    if (!part) {
        return ready(part.error());
    }
    const auto service = ctx.request.query("service").value_or("");
    if (!service.empty() &&
        domain::find_service(ctx.site->machine.state().settings(), std::string(service)) == nullptr) {
        return ready(problem_of(domain::refusal{domain::refusal_code::unknown_service, "service"}));
    }
    const auto found = ctx.office.catalogue.search(ctx.request.query("q").value_or(""), service);
    protocol::procedure_list page;
    for (const auto* procedure : found) {
        page.items.push_back(*procedure);
    }
    cut(page, *part);
    return ready(answer_of(200, page));
}

} // namespace

std::vector<endpoint> procedure_endpoints()
{
    return {{.method = http::verb::get,
             .path = "/api/v1/sites/{site}/procedures",
             .roles = access::everyone,
             .open = openness::where_reads_are_open,
             .summary = "The procedures that people come for, and the papers to bring",
             .query = {{"q", "Words that a name, a code or a synonym begins with; case and marks do not "
                             "matter. Blank: all"},
                       {"service", "Only procedures of this service"},
                       limit_parameter,
                       cursor_parameter},
             .body = {},
             .answers = {{200, "Best first", described<protocol::procedure_list>("procedure_list")}},
             .run = list_procedures}};
}

} // namespace motcua::api
