#include "counter/console/wire.hpp"

#include "client/target.hpp"
#include "counter/console/actions.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::counter::console {
namespace {

std::optional<std::chrono::local_seconds> wall_time(const std::optional<base::timestamp>& instant)
{
    if (!instant) {
        return std::nullopt;
    }
    return base::wall_time(*instant);
}

/// When its service here began; what a hold interrupted counts as if it had gone on.
std::optional<std::chrono::local_seconds> service_start(const protocol::ticket& seen)
{
    if (seen.state == protocol::ticket_state::serving && seen.since) {
        return base::wall_time(*seen.since) - std::chrono::seconds(seen.served_s.value_or(0));
    }
    return wall_time(seen.served_from);
}

/// The path of `row` with its placeholders filled in.
std::string path_of(const action_row& row, const wish& wanted, const std::string& site,
                    const std::string& counter)
{
    std::string path(row.path);
    const auto fill = [&path](std::string_view placeholder, const std::string& value) {
        if (const auto at = path.find(placeholder); at != path.npos) {
            path.replace(at, placeholder.size(), client::percent_encoded(value));
        }
    };
    fill("{site}", site);
    fill("{counter}", counter);
    fill("{ticket}", wanted.ticket);
    return path;
}

std::string transfer_body(const destination& to)
{
    protocol::transfer_ticket moved{.keep_place = true};
    (to.to_counter ? moved.counter : moved.service) = protocol::code_text(to.code);
    return base::to_json(moved);
}

std::string issue_body(const wish& wanted)
{
    return base::to_json(protocol::issue_ticket{.service = protocol::code_text(wanted.to->code),
                                                .priority = wanted.priority,
                                                .channel = protocol::issue_channel::staff});
}

std::string body_of(const wish& wanted)
{
    using protocol::finish_outcome;
    switch (wanted.action) {
    case action::call:
        return base::to_json(protocol::call_ticket{base::text<1, 64>(wanted.ticket)});
    case action::finish_and_call:
        return base::to_json(protocol::call_next{protocol::finish_ticket{finish_outcome::served}});
    case action::finish:
        return base::to_json(protocol::finish_ticket{wanted.outcome.value_or(finish_outcome::served)});
    case action::transfer:
        return wanted.to ? transfer_body(*wanted.to) : "{}";
    case action::issue:
        return wanted.to ? issue_body(wanted) : "{}";
    case action::confirm_priority:
    case action::refuse_priority:
    case action::correct_priority: {
        const auto is = wanted.priority.value_or(protocol::priority::none);
        return base::to_json(protocol::set_priority{is, is != protocol::priority::none});
    }
    default:
        return wanted.reason.empty()
                   ? "{}"
                   : base::to_json(protocol::with_reason{protocol::reason_text(wanted.reason)});
    }
}

} // namespace

ticket ticket_of(const protocol::ticket& seen)
{
    const bool is_held = seen.state == protocol::ticket_state::held;
    return {.id = seen.id,
            .number = seen.number,
            .service = seen.service,
            .state = seen.state,
            .priority = seen.priority,
            .priority_confirmed = seen.priority_confirmed,
            .has_appointment = seen.channel == protocol::channel::appointment,
            .counter = seen.counter.value_or(""),
            .reserved_for = seen.reserved_for.value_or(""),
            .issued_at = base::wall_time(seen.issued_at),
            .due_at = base::wall_time(seen.due_at),
            .called_at = wall_time(seen.called_at),
            .served_from = service_start(seen),
            .held_since = is_held ? wall_time(seen.since) : std::nullopt,
            .hold_reason = seen.hold_reason.value_or(""),
            .calls = seen.calls,
            .is_transferred = seen.transfers > 0};
}

counter_view counter_of(const protocol::counter& seen)
{
    return {.code = seen.counter,
            .state = seen.state,
            .services = seen.services,
            .allowed = seen.allowed_services.value_or(std::vector<std::string>()),
            .staff = seen.staff.value_or(""),
            .pause_reason = seen.reason.value_or("")};
}

board_arrived board_of(const protocol::board& seen)
{
    board_arrived arrived{.time = base::wall_time(seen.time)};
    std::ranges::transform(seen.counters, std::back_inserter(arrived.counters), counter_of);
    return arrived;
}

services_arrived services_of(const protocol::service_list& list)
{
    services_arrived arrived;
    for (const auto& one : list.items) {
        arrived.services.push_back({.code = one.code,
                                    .name = one.name,
                                    .name_en = one.name_en.empty() ? one.name : one.name_en,
                                    .target = std::chrono::seconds{one.target_s}});
    }
    return arrived;
}

wish_request request_of(const wish& wanted, const std::string& site, const std::string& counter)
{
    return {path_of(row_of(wanted.action), wanted, site, counter), body_of(wanted)};
}

} // namespace motcua::counter::console
