#include "server/journal/rows.hpp"

#include "base/require.hpp"
#include "server/journal/audit.hpp"
#include "server/journal/codec.hpp"

#include <algorithm>

namespace motcua::journal {

namespace {

std::optional<domain::seconds> seconds_between(std::optional<instant> from, std::optional<instant> to)
{
    if (!from || !to) {
        return std::nullopt;
    }
    const auto cut = [](instant at) { return std::chrono::floor<domain::seconds>(at); };
    return std::max(domain::seconds{0}, cut(*to) - cut(*from));
}

/// The leg that `moving` is in, as one that ends at `now`.
leg_row leg_of(const domain::ticket& moving, instant now)
{
    using enum domain::ticket_state;
    leg_row leg{.ticket = moving.id,
                .n = moving.stretches + 1,
                .kind = moving.state,
                .service = moving.service,
                .counter = {},
                .staff = {},
                .from = moving.since,
                .to = now};
    if (domain::occupies_counter(moving.state) || moving.state == held) {
        leg.counter = moving.counter;
        leg.staff = moving.staff;
    }
    return leg;
}

/// The appointment that an event changes; none for any other event.
std::optional<domain::appointment_id> appointment_of(const domain::event_body& body)
{
    return std::visit(
        []<class Body>(const Body& one) -> std::optional<domain::appointment_id> {
            constexpr bool only_shows = std::same_as<Body, domain::person_shown>;
            if constexpr (!only_shows && requires { one.appointment; }) {
                return one.appointment;
            } else {
                return std::nullopt;
            }
        },
        body);
}

/// The row of an appointment after `happened`.
appointment_row row_of(const domain::appointment& now, const domain::event& happened)
{
    const bool is_new = std::holds_alternative<domain::appointment_booked>(happened.body);
    return {.appointment = now.id,
            .code = now.code,
            .day = now.day,
            .service = now.service,
            .procedure = now.procedure,
            .start = now.start,
            .end = now.end,
            .channel = now.channel,
            .state = now.state,
            .booked_at = now.booked_at,
            .changes = now.changes,
            .changed_at = is_new ? std::nullopt : std::optional{happened.at},
            .ticket = now.ticket,
            .late = now.late,
            .closure = now.closure,
            .last_digits = now.last_digits};
}

/// The rows of the site itself.
void project_site(const domain::event& happened, const state_before& before, const domain::site_state& after,
                  std::vector<row_change>& changes)
{
    if (std::holds_alternative<domain::site_configured>(happened.body)) {
        changes.emplace_back(settings_row{.version = after.settings_version(),
                                          .seq = happened.seq,
                                          .at = happened.at,
                                          .actor = happened.actor,
                                          .body = base::to_json(after.settings())});
    }
    if (auto audited = audit_of(happened, before)) {
        changes.emplace_back(*std::move(audited));
    }
    if (const auto* rated = std::get_if<domain::visit_rated>(&happened.body)) {
        changes.emplace_back(rating_row{.ticket = rated->visit,
                                        .day = rated->day,
                                        .service = rated->service,
                                        .counter = rated->at_counter,
                                        .staff = rated->staff,
                                        .score = rated->score,
                                        .has_remark = rated->has_remark,
                                        .at = happened.at});
    }
    if (const auto id = appointment_of(happened.body)) {
        changes.emplace_back(row_of(after.appointments().at(*id), happened));
    }
}

} // namespace

visit_row visit_of(const domain::ticket& ended)
{
    base::require(ended.outcome.has_value(), "only a visit that has ended has a row");
    return {.ticket = ended.id,
            .number = domain::format_number(ended.series, ended.number),
            .day = ended.day,
            .service = ended.service,
            .procedure = ended.procedure,
            .channel = ended.channel,
            .priority = ended.priority,
            .issued_at = ended.issued_at,
            .first_called_at = ended.first_called_at,
            .served_from = ended.served_from,
            .served_to = ended.served_to,
            .counter = ended.counter,
            .staff = ended.staff,
            .calls = ended.calls,
            .wait = seconds_between(ended.waits_from, ended.waited_until),
            .service_time = ended.served_from ? std::optional{ended.in_service} : std::nullopt,
            .transfers = ended.transfers,
            .outcome = *ended.outcome,
            .expected_wait = ended.promise.expected,
            .unreliable = ended.unreliable,
            .state = ended.state,
            .utc_offset = ended.utc_offset,
            .target = ended.target,
            .wait_total = ended.waited,
            .walk = ended.walk,
            .promise_state = ended.promise.state,
            .expected_from = ended.promise.from,
            .expected_to = ended.promise.to,
            .track = ended.track};
}

namespace {

/// Whether the actor is one of those in charge: a program of theirs, or an officer who is not a clerk.
bool is_in_charge(const domain::site_state& state, std::string_view actor)
{
    const auto* member = state.staff().find_actor(actor);
    return member != nullptr ? member->role != domain::staff_role::clerk
                             : actor.starts_with("manager:") || actor.starts_with("admin:");
}

} // namespace

state_before look_before(const domain::site_state& state, const domain::event& next)
{
    state_before before{.seq = state.seq(),
                        .leg = {},
                        .had_ended = false,
                        .by_manager = is_in_charge(state, next.actor),
                        .settings = {}};
    const auto id = domain::ticket_of(next.body);
    if (const auto* moving = id ? state.find(*id) : nullptr) {
        before.leg = leg_of(*moving, next.at);
        // Finished without a start: served since the call.
        if (std::holds_alternative<domain::ticket_finished>(next.body)) {
            before.leg->kind = domain::ticket_state::serving;
        }
        before.had_ended = moving->outcome.has_value();
    }
    if (std::holds_alternative<domain::site_configured>(next.body) && state.settings_version() > 0) {
        before.settings = base::to_json(state.settings());
    }
    return before;
}

void project(const domain::event& happened, state_before before, const domain::site_state& after,
             std::vector<row_change>& changes)
{
    base::require(happened.seq == before.seq + 1, "a projection looks at the state right before its event");
    base::require(after.seq() == happened.seq, "a projection looks at the state right after its event");
    project_site(happened, before, after, changes);
    const auto id = domain::ticket_of(happened.body);
    const auto* ticket = id ? after.find(*id) : nullptr;
    if (ticket == nullptr) {
        base::require(!before.leg, "no event takes away the ticket that it is about");
        return;
    }
    if (!before.leg) {
        // A ticket that came when its day was over has only waited.
        if (ticket->outcome) {
            changes.emplace_back(leg_row{.ticket = *id,
                                         .n = 1,
                                         .kind = domain::ticket_state::waiting,
                                         .service = ticket->service,
                                         .counter = {},
                                         .staff = {},
                                         .from = ticket->issued_at,
                                         .to = happened.at});
            changes.emplace_back(visit_of(*ticket));
        }
        return;
    }
    base::require(ticket->stretches == before.leg->n || ticket->stretches == before.leg->n - 1,
                  "an event ends at most one leg of its ticket");
    if (ticket->stretches == before.leg->n) {
        changes.emplace_back(*std::move(before.leg));
    }
    if (ticket->outcome && !before.had_ended) {
        changes.emplace_back(visit_of(*ticket));
    } else if (before.had_ended && !ticket->outcome) {
        changes.emplace_back(visit_reopened{*id});
    }
}

} // namespace motcua::journal
