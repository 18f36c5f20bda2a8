// The catalogue of what people may come for.

#include "server/api/resources.hpp"
#include "server/api/views.hpp"

#include <algorithm>
#include <charconv>

namespace motcua::api {

namespace {

/// The cursor of a list that never changes: how many items came before.
checked<std::size_t> offset_of(const call& made)
{
    const auto given = made.asked.query("cursor");
    std::size_t offset = 0;
    if (given) {
        const auto* end = given->data() + given->size();
        const auto read = std::from_chars(given->data(), end, offset);
        if (read.ec != std::errc{} || read.ptr != end) {
            return http::problem(422, "not_allowed", "The next_cursor of a page before is expected.",
                                 "cursor");
        }
    }
    return {boost::system::in_place_value, offset};
}

awaitable<response> list(call& made)
{
    const auto limit = page_of(made);
    if (!limit) {
        return ready(limit.error());
    }
    const auto offset = offset_of(made);
    if (!offset) {
        return ready(offset.error());
    }
    const auto service = made.asked.query("service").value_or("");
    if (!service.empty() &&
        domain::find_service(made.at->site.state().settings(), std::string(service)) == nullptr) {
        return ready(http::problem(422, "unknown_service", "The site has no such service.", "service"));
    }
    const auto found = made.house.procedures.search(made.asked.query("q").value_or(""), service);
    protocol::procedure_list page;
    const auto begin = std::min(*offset, found.size());
    const auto end = std::min(begin + *limit, found.size());
    for (auto i = begin; i < end; ++i) {
        page.items.push_back(*found[i]);
    }
    if (end < found.size()) {
        page.next_cursor = std::to_string(end);
    }
    return ready(answer_of(200, page));
}

} // namespace

std::vector<endpoint> procedure_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/procedures",
         .who = everyone,
         .open = openness::where_reads_are_open,
         .summary = "What people may come for, and what to bring",
         .query = {{"q", "Words that a name, a code or a synonym begins with; case and marks do not matter"},
                   {"service", "Only those of this service"},
                   {"limit", "Items of a page: 1 to 1000, 100 when not given"},
                   {"cursor", "The next_cursor of the page before"}},
         .body = {},
         .answers = {{200, "Best first", described<protocol::procedure_list>("procedure_list")}},
         .run = list}};
}

} // namespace motcua::api
