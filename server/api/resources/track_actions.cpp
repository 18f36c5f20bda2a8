// What the holder of a ticket does with it: give it back, let others go first, come back, change the service,
// and rate the visit. The unguessable track id is the permission.

#include "server/api/limits.hpp"
#include "server/api/resources/booking.hpp"
#include "server/api/resources/resources.hpp"
#include "server/api/resources/tracked.hpp"
#include "server/api/views.hpp"
#include "server/journal/person_rows.hpp"

namespace motcua::api {

namespace {

constexpr auto tracked_message = described<protocol::tracked_ticket>("tracked_ticket");

/// Finds the ticket of the path, of today, and gives the site the command that `make` makes of it.
template <class Make>
awaitable<response> act_on_ticket(request_context& ctx, const Make& make)
{
    const auto found = find_tracked(ctx);
    if (!found && find_retry(ctx)) {
        return change(ctx, make(domain::ticket_id{}),
                      [](const auto&, const auto&) { return runtime::reply{}; });
    }
    if (!found) {
        return ready(unknown_thing("ticket"));
    }
    ctx.site = found->context;
    return change(ctx, make(found->ticket), [found = *found](const domain::site_state& state, const auto&) {
        return runtime::reply{
            runtime::answer_kind::done,
            base::to_json(views(found.site, state)
                              .tracked_ticket(*state.find(found.ticket), moment_of(*found.context)))};
    });
}

awaitable<response> give_back(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return act_on_ticket(ctx,
                         [](domain::ticket_id ticket) { return domain::cancel_ticket{.ticket = ticket}; });
}

awaitable<response> postpone(request_context& ctx)
{
    const auto body = body_of<protocol::postpone_ticket>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return act_on_ticket(ctx, [minutes = body->minutes](domain::ticket_id ticket) {
        return domain::postpone_ticket{.ticket = ticket, .by = domain::minutes{minutes}};
    });
}

awaitable<response> come_back(request_context& ctx)
{
    const auto body = body_of<protocol::nothing>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return act_on_ticket(ctx, [](domain::ticket_id ticket) { return domain::return_ticket{ticket}; });
}

awaitable<response> change_service(request_context& ctx)
{
    const auto body = body_of<protocol::change_service>(ctx);
    if (!body) {
        return ready(body.error());
    }
    return act_on_ticket(ctx, [&](domain::ticket_id ticket) {
        return domain::change_service{.ticket = ticket, .service = body->service};
    });
}

/// What a rating says of the visit, from today's tickets.
domain::rate_visit facts_of(const domain::ticket& rated)
{
    const bool served = rated.state == domain::ticket_state::served;
    return {.visit = rated.id,
            .day = rated.day,
            .service = rated.service,
            .counter = rated.counter,
            .staff = rated.staff,
            .served_to = served ? rated.served_to : std::nullopt,
            .score = {},
            .has_remark = {}};
}

/// The same from the log.
domain::rate_visit facts_of(const reports::visit& rated)
{
    const bool served = rated.state == domain::ticket_state::served;
    return {.visit = rated.ticket,
            .day = rated.day,
            .service = rated.service,
            .counter = rated.counter,
            .staff = rated.staff,
            .served_to = served ? rated.served_to : std::nullopt,
            .score = {},
            .has_remark = {}};
}

awaitable<response> take_rating(const request_context& ctx, domain::rate_visit command,
                                const protocol::rate_visit& body)
{
    const auto visit = command.visit;
    command.score = body.score;
    command.has_remark = body.remark && !body.remark->empty();
    const auto remark = command.has_remark ? std::string(*body.remark) : std::string();
    return change(ctx, std::move(command),
                  [&office = ctx.office, visit, remark](const domain::site_state& state,
                                                        std::span<const domain::event> happened) {
                      const auto& rated = *state.ratings().find(visit);
                      const bool is_new = !happened.empty() && happened.front().at == rated.at;
                      runtime::made_reply given{
                          runtime::reply{is_new ? runtime::answer_kind::created : runtime::answer_kind::done,
                                         base::to_json(protocol::visit_rating{.score = rated.score})}};
                      if (!remark.empty()) {
                          const auto ref = journal::remark_ref(visit);
                          given.erasable.push_back(
                              journal::remark_row(visit, office.persons.seal(ref, remark, office.random)));
                      }
                      return given;
                  });
}

// gcc 12 takes new and delete of this frame for a mismatch where it inlines only one of them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
awaitable<response> rate(request_context& ctx)
{
    const auto body = body_of<protocol::rate_visit>(ctx);
    if (!body) {
        co_return body.error();
    }
    if (const auto found = find_tracked(ctx)) {
        ctx.site = found->context;
        auto facts = facts_of(*found->context->machine.state().find(found->ticket));
        co_return co_await take_rating(ctx, std::move(facts), *body);
    }
    std::optional<past_visit> past;
    auto refused = co_await find_past_visit(ctx, past);
    if (!past) {
        co_return refused;
    }
    ctx.site = past->context;
    auto facts = facts_of(past->visit);
    co_return co_await take_rating(ctx, std::move(facts), *body);
}
#pragma GCC diagnostic pop

endpoint action(std::string_view path, std::string_view summary, described_message body,
                std::vector<described_answer> answers, endpoint::handler run)
{
    return {.method = http::verb::post,
            .path = path,
            .roles = access::everyone,
            .open = openness::open,
            .summary = summary,
            .query = {},
            .body = body,
            .answers = std::move(answers),
            .run = std::move(run)};
}

} // namespace

std::vector<endpoint> track_action_endpoints()
{
    constexpr auto no_fields = described<protocol::nothing>("nothing");
    constexpr auto rating = described<protocol::visit_rating>("visit_rating");
    const described_answer after{200, "The ticket after the change", tracked_message};
    return {action("/api/v1/track/{track}/cancel", "Gives the number back", no_fields, {after}, give_back),
            action("/api/v1/track/{track}/postpone", "Lets others go first for some minutes",
                   described<protocol::postpone_ticket>("postpone_ticket"), {after}, postpone),
            action("/api/v1/track/{track}/return", "Waits again after a missed call", no_fields, {after},
                   come_back),
            action("/api/v1/track/{track}/service", "Waits for another service",
                   described<protocol::change_service>("change_service"), {after}, change_service),
            action("/api/v1/track/{track}/rating", "Says how the service was, within 7 days of its end",
                   described<protocol::rate_visit>("rate_visit"),
                   {{201, "The rating", rating}, {200, "The rating, changed", rating}}, rate)};
}

} // namespace motcua::api
