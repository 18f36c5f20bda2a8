// Changes to tickets: taking a number, and all that an officer does with a ticket.

#include "server/api/resources/resources.hpp"
#include "server/api/views.hpp"
#include "server/journal/person_rows.hpp"

namespace motcua::api {

namespace {

constexpr auto ticket_message = described<protocol::ticket>("ticket");

/// Answers with the ticket as it is after the change.
runtime::answer_maker the_ticket(const std::string& site, domain::ticket_id ticket)
{
    return [site, ticket](const domain::site_state& state, const auto&) {
        return runtime::reply{runtime::answer_kind::done,
                              base::to_json(views(site, state).ticket(*state.find(ticket)))};
    };
}

/// The code of the site: the path of a ticket has it in the id only.
const std::string& site_of(const request_context& ctx) { return ctx.holder->site; }

protocol::issue_channel channel_of(const request_context& ctx)
{
    if (!ctx.holder) {
        return protocol::issue_channel::online;
    }
    return ctx.is(access::role::kiosk) ? protocol::issue_channel::kiosk : protocol::issue_channel::staff;
}

awaitable<response> issue(request_context& ctx)
{
    auto body = body_of<protocol::issue_ticket>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    const auto channel = body->channel.value_or(channel_of(ctx));
    // A device or an officer may name the channel; a request without a credential is online and nothing else.
    if (!ctx.holder && channel != protocol::issue_channel::online) {
        return ready(
            http::problem(422, "not_allowed", "Without a credential the channel must be online.", "channel"));
    }
    if (body->procedure && ctx.office.catalogue.find(*body->procedure) == nullptr) {
        return ready(
            http::problem(422, "unknown_procedure", "The catalogue has no such procedure.", "procedure"));
    }
    domain::issue_ticket command{
        .service = std::move(body->service),
        .priority = same_word<domain::priority_class>(body->priority.value_or(protocol::priority::none)),
        .channel = wider_word<domain::ticket_channel>(channel),
        .lang = domain::name_of(body->lang.value_or(protocol::language::vi)),
        .procedure = std::move(body->procedure),
        .track = ctx.office.random.next()};
    const auto site = ctx.parameter("site");
    return change(ctx, std::move(command), [site](const domain::site_state& state, const auto&) {
        return runtime::reply{runtime::answer_kind::created,
                              base::to_json(views(site, state).ticket(state.tickets().back()))};
    });
}

/// An action that takes no fields.
template <class Command>
awaitable<response> act(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return change(ctx, Command{ctx.ticket}, the_ticket(site_of(ctx), ctx.ticket));
}

awaitable<response> cancel(request_context& ctx)
{
    const auto body = body_of<protocol::cancel_ticket>(ctx);
    if (!body) {
        return ready(body.error());
    }
    domain::cancel_ticket command{.ticket = ctx.ticket, .own_only = ctx.is(access::role::kiosk)};
    if (body->reason) {
        command.reason = boost::describe::enum_to_string(*body->reason, "");
    }
    return change(ctx, std::move(command), the_ticket(site_of(ctx), ctx.ticket));
}

awaitable<response> set_priority(request_context& ctx)
{
    const auto body = body_of<protocol::set_priority>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return change(ctx,
                  domain::set_priority{.ticket = ctx.ticket,
                                       .priority = same_word<domain::priority_class>(body->priority),
                                       .confirmed = body->confirmed},
                  the_ticket(site_of(ctx), ctx.ticket));
}

/// The text is sealed beside its event: neither that nor the answer has it.
awaitable<response> set_note(request_context& ctx)
{
    const auto body = body_of<protocol::set_note>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return change(ctx, domain::set_note{.ticket = ctx.ticket, .has_note = !body->text.empty()},
                  [&office = ctx.office, site = site_of(ctx), ticket = ctx.ticket,
                   text = std::string(body->text)](const domain::site_state& state, const auto&) {
                      runtime::made_reply given{
                          runtime::reply{runtime::answer_kind::done,
                                         base::to_json(views(site, state).ticket(*state.find(ticket)))}};
                      if (!text.empty()) {
                          const auto ref = journal::note_ref(ticket);
                          given.erasable.push_back(
                              journal::note_row(ticket, office.persons.seal(ref, text, office.random)));
                      }
                      return given;
                  });
}

awaitable<response> finish(request_context& ctx)
{
    const auto body = body_of<protocol::finish_ticket>(ctx);
    if (!body) {
        return ready(body.error());
    }
    const auto outcome =
        wider_word<domain::visit_outcome>(body->outcome.value_or(protocol::finish_outcome::served));
    return change(ctx, domain::finish_ticket{ctx.ticket, outcome}, the_ticket(site_of(ctx), ctx.ticket));
}

awaitable<response> hold(request_context& ctx)
{
    auto body = body_of<protocol::with_reason>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    return change(ctx, domain::hold_ticket{ctx.ticket, std::move(body->reason), until_of(*body)},
                  the_ticket(site_of(ctx), ctx.ticket));
}

awaitable<response> transfer(request_context& ctx)
{
    auto body = body_of<protocol::transfer_ticket>(ctx);
    if (!body) {
        return ready(std::move(body).error());
    }
    domain::transfer_ticket command{.ticket = ctx.ticket,
                                    .service = std::move(body->service),
                                    .counter = std::move(body->counter),
                                    .keep_place = body->keep_place.value_or(false)};
    return change(ctx, std::move(command), the_ticket(site_of(ctx), ctx.ticket));
}

/// Who may take a number may give it back.
endpoint also_at_kiosks(endpoint row)
{
    row.roles = access::issuing;
    return row;
}

} // namespace

std::vector<endpoint> ticket_endpoints()
{
    constexpr auto no_fields = described<protocol::nothing>("nothing");
    const described_answer after{200, "The ticket after the change", ticket_message};
    return {
        {.method = http::verb::post,
         .path = "/api/v1/sites/{site}/tickets",
         .roles = access::issuing,
         .open = openness::where_tickets_are_open,
         .summary = "Takes a number",
         .query = {},
         .body = described<protocol::issue_ticket>("issue_ticket"),
         .answers = {{201, "The ticket", ticket_message}},
         .run = issue},
        also_at_kiosks(counter_action("/api/v1/tickets/{id}/cancel",
                                      "Cancels a ticket; a kiosk only one of its own that still waits",
                                      described<protocol::cancel_ticket>("cancel_ticket"), {after}, cancel)),
        counter_action("/api/v1/tickets/{id}/priority", "Confirms, corrects or refuses the priority class",
                       described<protocol::set_priority>("set_priority"), {after}, set_priority),
        counter_action("/api/v1/tickets/{id}/note",
                       "Leaves a note for the colleague who gets the ticket, until the day is over; an empty "
                       "text takes it away",
                       described<protocol::set_note>("set_note"), {after}, set_note),
        counter_action("/api/v1/tickets/{id}/recall",
                       "Calls a called ticket again, or lets a no-show come back", no_fields, {after},
                       act<domain::recall_ticket>),
        counter_action("/api/v1/tickets/{id}/start", "Starts to serve a called ticket", no_fields, {after},
                       act<domain::start_ticket>),
        counter_action("/api/v1/tickets/{id}/finish", "Ends the visit of a ticket in service",
                       described<protocol::finish_ticket>("finish_ticket"), {after}, finish),
        counter_action("/api/v1/tickets/{id}/no_show", "Marks a called ticket as a no-show", no_fields,
                       {after}, act<domain::mark_no_show>),
        counter_action("/api/v1/tickets/{id}/hold", "Sets a ticket aside and frees the counter",
                       described<protocol::with_reason>("with_reason"), {after}, hold),
        counter_action("/api/v1/tickets/{id}/resume", "Continues with a ticket that was set aside", no_fields,
                       {after}, act<domain::resume_ticket>),
        {.method = http::verb::post,
         .path = "/api/v1/tickets/{id}/release",
         .roles = access::any_staff,
         .open = openness::closed,
         .summary =
             "Gives a ticket that is reserved, or held at a counter that is not open, back to its service",
         .query = {},
         .body = no_fields,
         .answers = {after},
         .run = act<domain::release_ticket>},
        counter_action("/api/v1/tickets/{id}/transfer", "Sends a ticket to another service or counter",
                       described<protocol::transfer_ticket>("transfer_ticket"), {after}, transfer),
    };
}

} // namespace motcua::api
