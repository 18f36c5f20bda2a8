// The citizen's pages and their files.

#include "server/api/resources/resources.hpp"

namespace motcua::api {

namespace {

// Nothing from another origin, nothing inline; connect-src is for the requests of the page and its feed.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

response file_of(const request_context& ctx, std::string_view name)
{
    const auto* file = ctx.office.web.find(name);
    if (file == nullptr) {
        return unknown_thing("file");
    }
    response answer;
    const bool known = ctx.request.if_none_match == file->etag;
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

awaitable<response> front_page(request_context& ctx) { return ready(file_of(ctx, "front.html")); }

awaitable<response> booking_page(request_context& ctx) { return ready(file_of(ctx, "book.html")); }

/// The same page for every track, known or not: the page itself finds out.
awaitable<response> ticket_page(request_context& ctx) { return ready(file_of(ctx, "ticket.html")); }

awaitable<response> page_file(request_context& ctx)
{
    return ready(file_of(ctx, ctx.request.parameter("name")));
}

} // namespace

std::vector<endpoint> page_endpoints()
{
    const described_answer unchanged{304, "The file still has the ETag that was sent as If-None-Match"};
    return {
        {.method = http::verb::get,
         .path = "/",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "The page of the hall: services with their waits, hours, booking, the own number",
         .query = {},
         .body = {},
         .answers = {{200, "The page", {}, http::content::html}, unchanged},
         .run = front_page},
        {.method = http::verb::get,
         .path = "/book",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "The page that books an appointment",
         .query = {},
         .body = {},
         .answers = {{200, "The page", {}, http::content::html}, unchanged},
         .run = booking_page},
        {.method = http::verb::get,
         .path = "/t/{track}",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "The phone page of a ticket",
         .query = {},
         .body = {},
         .answers = {{200, "The page", {}, http::content::html}, unchanged},
         .run = ticket_page},
        {.method = http::verb::get,
         .path = "/web/{name}",
         .roles = access::everyone,
         .open = openness::open,
         .summary = "A file of the citizen's pages",
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
