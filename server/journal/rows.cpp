#include "server/journal/rows.hpp"

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

/// The stretch that `moving` is in, as one that ends at `now`.
leg_row stretch_of(const domain::ticket& moving, instant now)
{
    using enum domain::ticket_state;
    leg_row leg{.ticket = moving.id,
                .n = moving.stretches + 1,
                .kind = moving.state,
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

} // namespace

visit_row visit_of(const domain::ticket& ended)
{
    auto service_time = seconds_between(ended.served_from, ended.served_to);
    if (service_time) {
        const auto held = std::chrono::floor<domain::seconds>(ended.held);
        service_time = std::max(domain::seconds{0}, *service_time - held);
    }
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
            .wait = seconds_between(ended.issued_at, ended.waited_until),
            .service_time = service_time,
            .transfers = ended.transfers,
            .outcome = *ended.outcome,
            .expected_wait = ended.expected_wait,
            .unreliable = ended.unreliable,
            .state = ended.state};
}

void apply_and_project(domain::site_state& state, const domain::event& happened,
                       std::vector<row_change>& changes)
{
    const auto id = domain::ticket_of(happened.body);
    const auto* before = id ? state.find(*id) : nullptr;
    if (before == nullptr) {
        state.apply(happened);
        if (const auto* issued = id ? state.find(*id) : nullptr; issued != nullptr && issued->outcome) {
            changes.emplace_back(leg_row{.ticket = *id,
                                         .n = 1,
                                         .kind = domain::ticket_state::waiting,
                                         .counter = {},
                                         .staff = {},
                                         .from = issued->issued_at,
                                         .to = happened.at});
            changes.emplace_back(visit_of(*issued));
        }
        return;
    }
    const bool had_ended = before->outcome.has_value();
    auto leg = stretch_of(*before, happened.at);
    state.apply(happened);
    const auto& after = *state.find(*id);
    if (after.stretches == leg.n) {
        changes.emplace_back(std::move(leg));
    }
    if (after.outcome && !had_ended) {
        changes.emplace_back(visit_of(after));
    } else if (had_ended && !after.outcome) {
        changes.emplace_back(visit_reopened{*id});
    }
}

} // namespace motcua::journal
