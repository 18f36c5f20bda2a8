// The phone page of a ticket and its files.

#include "server/api/resources/resources.hpp"

namespace motcua::api {

namespace {

// Nothing of another site, nothing inline; connect-src is for the page's calls and its feed.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

response file_of(const call& made, std::string_view name)
{
    const auto* file = made.house.web.find(name);
    if (file == nullptr) {
        return unknown_thing("file");
    }
    response answer;
    const bool known = made.asked.if_none_match == file->etag;
    answer.status = known ? 304 : 200;
    if (!known) {
        answer.content_type = file->content_type;
        answer.shared_body = file->body;
    }
    answer.set_header("ETag", file->etag);
    answer.set_header("Cache-Control", "no-cache");
    answer.set_header("Content-Security-Policy", page_policy);
    return answer;
}

/// The same for every track, known or not: the page itself finds out.
awaitable<response> ticket_page(call& made) { return ready(file_of(made, "ticket.html")); }

awaitable<response> page_file(call& made) { return ready(file_of(made, made.asked.parameter("name"))); }

} // namespace

std::vector<endpoint> page_endpoints()
{
    const described_answer unchanged{304, "It still has the ETag that was sent as If-None-Match"};
    return {
        {.method = http::verb::get,
         .path = "/t/{track}",
         .who = everyone,
         .open = openness::open,
         .summary = "The phone page of a ticket",
         .query = {},
         .body = {},
         .answers = {{200, "The page", {}, http::content::html}, unchanged},
         .run = ticket_page},
        {.method = http::verb::get,
         .path = "/web/{name}",
         .who = everyone,
         .open = openness::open,
         .summary = "A file of the phone page",
         .query = {},
         .body = {},
         .answers = {{200, "The file", {}, http::content::html},
                     {200, "The file", {}, http::content::css},
                     {200, "The file", {}, http::content::javascript},
                     {200, "The file", {}, http::content::svg},
                     unchanged},
         .run = page_file},
    };
}

} // namespace motcua::api
