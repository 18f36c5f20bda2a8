#include "counter/console/wire.hpp"

#include "client/target.hpp"
#include "counter/console/actions.hpp"

#include <algorithm>
#include <charconv>
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

/// "07:30"; none for any other text.
std::optional<std::chrono::minutes> time_of_day(std::string_view text)
{
    const auto two_digits = [text](std::size_t at) {
        int value = -1;
        std::from_chars(text.data() + at, text.data() + at + 2, value);
        return value;
    };
    if (text.size() != 5 || two_digits(0) < 0 || two_digits(3) < 0) {
        return std::nullopt;
    }
    return std::chrono::hours(two_digits(0)) + std::chrono::minutes(two_digits(3));
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
    case action::set_note:
        return base::to_json(protocol::set_note{protocol::note_text(wanted.note.value_or(""))});
    case action::issue:
        return wanted.to ? issue_body(wanted) : "{}";
    case action::confirm_priority:
    case action::refuse_priority:
    case action::correct_priority: {
        const auto is = wanted.priority.value_or(protocol::priority::none);
        return base::to_json(protocol::set_priority{is, is != protocol::priority::none});
    }
    default:
        if (wanted.reason.value_or("").empty()) {
            return "{}";
        }
        return base::to_json(protocol::with_reason{protocol::reason_text(*wanted.reason), wanted.until});
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
            .booked_for = wall_time(seen.booked_for),
            .is_late = seen.late.value_or(false),
            .counter = seen.counter.value_or(""),
            .reserved_for = seen.reserved_for.value_or(""),
            .issued_at = base::wall_time(seen.issued_at),
            .due_at = base::wall_time(seen.due_at),
            .called_at = wall_time(seen.called_at),
            .served_from = service_start(seen),
            .held_since = is_held ? wall_time(seen.since) : std::nullopt,
            .hold_reason = seen.hold_reason.value_or(""),
            .held_until = is_held ? wall_time(seen.held_until) : std::nullopt,
            .calls = seen.calls,
            .is_transferred = seen.transfers > 0,
            .has_note = seen.has_note.value_or(false)};
}

counter_view counter_of(const protocol::counter& seen)
{
    return {.code = seen.counter,
            .state = seen.state,
            .services = seen.services,
            .allowed = seen.allowed_services.value_or(std::vector<std::string>()),
            .staff = seen.staff.value_or(""),
            .pause_reason = seen.reason.value_or(""),
            .paused_until = wall_time(seen.until),
            .paused_at = wall_time(seen.paused_at)};
}

board_arrived board_of(const protocol::board& seen)
{
    board_arrived arrived{.time = base::wall_time(seen.time), .offset = seen.time.offset};
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

hours_arrived hours_of(const protocol::calendar_days& today)
{
    hours_arrived arrived;
    for (const auto& day : today.items) {
        for (const auto& span : day.hours) {
            if (const auto since_midnight = span.empty() ? std::nullopt : time_of_day(span.front())) {
                arrived.openings.emplace_back(day.day.date + *since_midnight);
            }
        }
    }
    return arrived;
}

wish_request request_of(const wish& wanted, const std::string& site, const std::string& counter)
{
    return {path_of(row_of(wanted.action), wanted, site, counter), body_of(wanted)};
}

} // namespace motcua::counter::console
