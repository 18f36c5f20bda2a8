// Today's tickets as they are read: the list in calling order, and one ticket with its history.

#include "base/numbers.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/journal/person_rows.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

/// A place in the calling order: the cursor of a page.
struct list_place
{
    std::int64_t due_us;
    std::int64_t ticket;

    // clang-tidy 14 takes the comparison behind a defaulted <=> for a null pointer.
    friend auto operator<=>(const list_place&, const list_place&) = default; // NOLINT(modernize-use-nullptr)
};

list_place place_of(const domain::ticket& listed)
{
    return {listed.due.time_since_epoch().count(), static_cast<std::int64_t>(listed.id)};
}

std::string format_cursor(const list_place& place)
{
    return std::to_string(place.due_us) + "." + std::to_string(place.ticket);
}

std::optional<list_place> parse_cursor(std::string_view text)
{
    const auto dot = text.find('.');
    const auto due = base::read_number(text.substr(0, dot));
    const auto ticket = dot == text.npos ? std::nullopt : base::read_number(text.substr(dot + 1));
    if (!due || !ticket) {
        return std::nullopt;
    }
    return list_place{*due, *ticket};
}

struct list_query
{
    std::optional<domain::ticket_state> state;
    std::optional<std::string> service;
    std::optional<list_place> after;
    std::size_t limit = 0;
};

checked<list_query> list_query_of(const request_context& ctx)
{
    list_query parsed;
    auto state = word_of<protocol::ticket_state>(ctx, "state");
    if (!state) {
        return std::move(state).error();
    }
    if (*state) {
        parsed.state = same_word<domain::ticket_state>(**state);
    }
    if (const auto service = ctx.request.query("service"); service && !service->empty()) {
        parsed.service = *service;
    }
    const auto limit = page_of(ctx);
    if (!limit) {
        return limit.error();
    }
    parsed.limit = *limit;
    if (const auto cursor = ctx.request.query("cursor")) {
        parsed.after = parse_cursor(*cursor);
        if (!parsed.after) {
            return wrong_cursor();
        }
    }
    return parsed;
}

response list_of(const std::string& site, const domain::site_state& state, const list_query& filter)
{
    if (filter.service && domain::find_service(state.settings(), *filter.service) == nullptr) {
        return problem_of(domain::refusal{domain::refusal_code::unknown_service, "service"});
    }
    std::vector<const domain::ticket*> listed;
    for (const auto& today : state.tickets()) {
        // A slip of an earlier day that was reported today is in the log of its own day.
        const bool matches = today.day == state.day() && (!filter.state || today.state == *filter.state) &&
                             (!filter.service || today.service == *filter.service) &&
                             (!filter.after || place_of(today) > *filter.after);
        if (matches) {
            listed.push_back(&today);
        }
    }
    const auto in_calling_order = [](const auto* left, const auto* right) {
        return place_of(*left) < place_of(*right);
    };
    const auto shown = std::min(listed.size(), filter.limit);
    const auto middle = listed.begin() + static_cast<std::ptrdiff_t>(shown);
    std::partial_sort(listed.begin(), middle, listed.end(), in_calling_order);
    protocol::ticket_list page;
    for (std::size_t i = 0; i < shown; ++i) {
        page.items.push_back(views(site, state).ticket(*listed[i]));
    }
    if (listed.size() > shown) {
        page.next_cursor = format_cursor(place_of(*listed[shown - 1]));
    }
    return answer_of(200, page);
}

awaitable<response> list_tickets(request_context& ctx)
{
    auto parsed = list_query_of(ctx);
    if (!parsed) {
        return ready(std::move(parsed).error());
    }
    const auto site = ctx.parameter("site");
    return query(ctx, [site, filter = *std::move(parsed)](const domain::site_state& state) {
        return list_of(site, state, filter);
    });
}

/// A note is for the officers at the counters: nobody else has to know what it says.
bool reads_notes(const request_context& ctx)
{
    return access::at_counter.holds(ctx.holder->role) && ctx.holder->acts;
}

/// The note on `ticket`; none where it cannot be read any more, such as without the office's key.
checked<std::optional<std::string>> note_of(const request_context& ctx, domain::ticket_id ticket)
{
    const auto ref = journal::note_ref(ticket);
    const auto row = ctx.site->machine.find_erasable(ref);
    if (!row) {
        return unavailable();
    }
    return *row ? ctx.office.persons.open(ref, (*row)->body) : std::nullopt;
}

awaitable<response> show_ticket(request_context& ctx)
{
    const auto site = ctx.holder->site;
    return query(ctx, [site, ticket = ctx.ticket, &ctx](const domain::site_state& state) {
        // The day may have turned since the path was checked.
        const auto* shown = state.find(ticket);
        if (shown == nullptr) {
            return unknown_thing("ticket");
        }
        auto message = views(site, state).ticket_with_history(*shown);
        if (shown->has_note && reads_notes(ctx)) {
            // All of the state is durable now, and so is the row.
            auto note = note_of(ctx, ticket);
            if (!note) {
                return std::move(note).error();
            }
            message.note = *std::move(note);
        }
        return answer_of(200, message);
    });
}

} // namespace

std::vector<endpoint> ticket_list_endpoints()
{
    return {
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/tickets",
         .roles = access::any_staff,
         .open = openness::closed,
         .summary = "Today's tickets in calling order",
         .query = {{"state", "Only tickets in this state", false, &base::schema_of<protocol::ticket_state>},
                   {"service", "Only tickets of this service"},
                   limit_parameter,
                   cursor_parameter},
         .body = {},
         .answers = {{200, "A page of tickets", described<protocol::ticket_list>("ticket_list")}},
         .run = list_tickets},
        {.method = http::verb::get,
         .path = "/api/v1/tickets/{id}",
         .roles = access::any_staff,
         .open = openness::closed,
         .summary = "One of today's tickets with its history, and for officers at a counter its note",
         .query = {},
         .body = {},
         .answers = {{200, "The ticket", described<protocol::ticket_with_history>("ticket_with_history")}},
         .run = show_ticket},
    };
}

} // namespace motcua::api
