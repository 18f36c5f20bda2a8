// Tickets: taking a number, the list in calling order, and all that an officer does with one.

#include "server/api/numbers.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

constexpr auto ticket_message = described<protocol::ticket>("ticket");

/// Answers with the ticket as it is after the change.
runtime::answer_maker the_ticket(const std::string& site, domain::ticket_id ticket)
{
    return [site, ticket](const domain::site_state& state, const auto&) {
        return runtime::reply{200, base::to_json(views(site, state).ticket(*state.find(ticket)))};
    };
}

/// The site's code: a ticket's path names it by the ticket's id.
const std::string& site_of(const call& made) { return made.who->site; }

protocol::issue_channel channel_of(const call& made)
{
    if (!made.who) {
        return protocol::issue_channel::online;
    }
    return made.is(role::kiosk) ? protocol::issue_channel::kiosk : protocol::issue_channel::staff;
}

awaitable<response> issue(call& made)
{
    auto body = body_of<protocol::issue_ticket>(made);
    if (!body) {
        return ready(std::move(body).error());
    }
    const auto channel = body->channel.value_or(channel_of(made));
    // Whoever says who he is may say for whom he asks; of a stranger nothing is known but that he is online.
    if (!made.who && channel != protocol::issue_channel::online) {
        return ready(
            http::problem(422, "not_allowed", "Without a credential only online is allowed.", "channel"));
    }
    if (body->procedure && made.house.procedures.find(*body->procedure) == nullptr) {
        return ready(
            http::problem(422, "unknown_procedure", "The catalogue has no such procedure.", "procedure"));
    }
    domain::issue_ticket wanted{
        .service = std::move(body->service),
        .priority = same_word<domain::priority_class>(body->priority.value_or(protocol::priority::none)),
        .channel = wider_word<domain::ticket_channel>(channel),
        .lang = domain::name_of(body->lang.value_or(protocol::language::vi)),
        .procedure = std::move(body->procedure),
        .track = made.house.random.next()};
    const auto site = made.parameter("site");
    return change(made, std::move(wanted), [site](const domain::site_state& state, const auto&) {
        return runtime::reply{201, base::to_json(views(site, state).ticket(state.tickets().back()))};
    });
}

/// A place in the calling order, as the cursor of a page.
struct list_place
{
    std::int64_t due_us;
    std::int64_t ticket;

    friend auto operator<=>(const list_place&, const list_place&) = default;
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
    const auto due = read_number(text.substr(0, dot));
    const auto ticket = dot == text.npos ? std::nullopt : read_number(text.substr(dot + 1));
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

checked<list_query> list_query_of(const call& made)
{
    list_query wanted;
    auto state = word_of<protocol::ticket_state>(made, "state");
    if (!state) {
        return std::move(state).error();
    }
    if (*state) {
        wanted.state = same_word<domain::ticket_state>(**state);
    }
    if (const auto service = made.asked.query("service"); service && !service->empty()) {
        wanted.service = *service;
    }
    const auto limit = page_of(made);
    if (!limit) {
        return limit.error();
    }
    wanted.limit = *limit;
    if (const auto cursor = made.asked.query("cursor")) {
        wanted.after = parse_cursor(*cursor);
        if (!wanted.after) {
            return wrong_cursor();
        }
    }
    return wanted;
}

response list_of(const std::string& site, const domain::site_state& state, const list_query& wanted)
{
    if (wanted.service && domain::find_service(state.settings(), *wanted.service) == nullptr) {
        return problem_of(domain::refusal{domain::refusal_code::unknown_service, "service"});
    }
    std::vector<const domain::ticket*> listed;
    for (const auto& today : state.tickets()) {
        // A slip of a day before that came today is in the log of its own day.
        const bool asked = today.day == state.day() && (!wanted.state || today.state == *wanted.state) &&
                           (!wanted.service || today.service == *wanted.service) &&
                           (!wanted.after || place_of(today) > *wanted.after);
        if (asked) {
            listed.push_back(&today);
        }
    }
    const auto in_calling_order = [](const auto* left, const auto* right) {
        return place_of(*left) < place_of(*right);
    };
    const auto shown = std::min(listed.size(), wanted.limit);
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

awaitable<response> list_tickets(call& made)
{
    auto wanted = list_query_of(made);
    if (!wanted) {
        return ready(std::move(wanted).error());
    }
    const auto site = made.parameter("site");
    return query(made, [site, wanted = *std::move(wanted)](const domain::site_state& state) {
        return list_of(site, state, wanted);
    });
}

awaitable<response> show_ticket(call& made)
{
    const auto site = site_of(made);
    return query(made, [site, ticket = made.ticket](const domain::site_state& state) {
        // The day may have turned since the path was looked at.
        const auto* shown = state.find(ticket);
        if (shown == nullptr) {
            return unknown_thing("ticket");
        }
        return answer_of(200, views(site, state).ticket_with_history(*shown));
    });
}

/// An action that takes no fields.
template <class Command>
awaitable<response> act(call& made)
{
    const auto body = body_of<protocol::nothing>(made);
    if (!body) {
        return ready(body.error());
    }
    return change(made, Command{made.ticket}, the_ticket(site_of(made), made.ticket));
}

awaitable<response> finish(call& made)
{
    const auto body = body_of<protocol::finish_ticket>(made);
    if (!body) {
        return ready(body.error());
    }
    const auto outcome =
        wider_word<domain::visit_outcome>(body->outcome.value_or(protocol::finish_outcome::served));
    return change(made, domain::finish_ticket{made.ticket, outcome}, the_ticket(site_of(made), made.ticket));
}

awaitable<response> hold(call& made)
{
    auto body = body_of<protocol::with_reason>(made);
    if (!body) {
        return ready(std::move(body).error());
    }
    return change(made, domain::hold_ticket{made.ticket, std::move(body->reason)},
                  the_ticket(site_of(made), made.ticket));
}

awaitable<response> transfer(call& made)
{
    auto body = body_of<protocol::transfer_ticket>(made);
    if (!body) {
        return ready(std::move(body).error());
    }
    domain::transfer_ticket wanted{.ticket = made.ticket,
                                   .service = std::move(body->service),
                                   .counter = std::move(body->counter),
                                   .keep_place = body->keep_place.value_or(false)};
    return change(made, std::move(wanted), the_ticket(site_of(made), made.ticket));
}

} // namespace

std::vector<endpoint> ticket_endpoints()
{
    constexpr auto no_fields = described<protocol::nothing>("nothing");
    const described_answer after{200, "The ticket after it", ticket_message};
    return {
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/tickets",
         .who = issuing,
         .open = openness::where_tickets_are_open,
         .summary = "Takes a number",
         .query = {},
         .body = described<protocol::issue_ticket>("issue_ticket"),
         .answers = {{201, "The ticket", ticket_message}},
         .run = issue},
        {.method = http::verb::get,
         .path = "/api/v1/sites/{site}/tickets",
         .who = any_staff,
         .open = openness::closed,
         .summary = "Today's tickets in calling order",
         .query = {{"state", "Only those in this state", false, &base::schema_of<protocol::ticket_state>},
                   {"service", "Only those of this service"},
                   limit_parameter,
                   cursor_parameter},
         .body = {},
         .answers = {{200, "A page of tickets", described<protocol::ticket_list>("ticket_list")}},
         .run = list_tickets},
        {.method = http::verb::get,
         .path = "/api/v1/tickets/{id}",
         .who = any_staff,
         .open = openness::closed,
         .summary = "One of today's tickets with its history",
         .query = {},
         .body = {},
         .answers = {{200, "The ticket", described<protocol::ticket_with_history>("ticket_with_history")}},
         .run = show_ticket},
        counter_action("/api/v1/tickets/{id}/cancel", "Cancels a ticket", no_fields, {after},
                       act<domain::cancel_ticket>),
        counter_action("/api/v1/tickets/{id}/recall",
                       "Announces a called ticket again, or lets a no-show come back", no_fields, {after},
                       act<domain::recall_ticket>),
        counter_action("/api/v1/tickets/{id}/start", "Begins to serve a called ticket", no_fields, {after},
                       act<domain::start_ticket>),
        counter_action("/api/v1/tickets/{id}/finish", "Ends the visit of a ticket in service",
                       described<protocol::finish_ticket>("finish_ticket"), {after}, finish),
        counter_action("/api/v1/tickets/{id}/no_show", "Nobody came to the counter", no_fields, {after},
                       act<domain::mark_no_show>),
        counter_action("/api/v1/tickets/{id}/hold", "Sets a ticket aside and frees the counter",
                       described<protocol::with_reason>("with_reason"), {after}, hold),
        counter_action("/api/v1/tickets/{id}/resume", "Goes on with a ticket that was set aside", no_fields,
                       {after}, act<domain::resume_ticket>),
        counter_action("/api/v1/tickets/{id}/transfer", "Sends a ticket to another service or counter",
                       described<protocol::transfer_ticket>("transfer_ticket"), {after}, transfer),
    };
}

} // namespace motcua::api
