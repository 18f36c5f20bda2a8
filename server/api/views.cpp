#include "server/api/views.hpp"

#include "server/api/identifiers.hpp"
#include "server/api/limits.hpp"
#include "server/domain/intake/availability.hpp"
#include "server/domain/tickets/forecast.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

std::int64_t whole(std::chrono::seconds duration) { return duration.count(); }

/// The page of a ticket: a path where the office has no address that phones can reach.
std::string track_url(const domain::site_settings& settings, const domain::track_id& track)
{
    auto address = settings.public_url;
    if (address.ends_with('/')) {
        address.pop_back();
    }
    return address + "/t/" + format_track(track);
}

} // namespace

base::timestamp views::timestamp(domain::instant at) const
{
    return {std::chrono::floor<std::chrono::seconds>(at), state_.utc_offset()};
}

std::optional<base::timestamp> views::timestamp(std::optional<domain::instant> at) const
{
    if (!at) {
        return std::nullopt;
    }
    return timestamp(*at);
}

protocol::ticket views::ticket(const domain::ticket& shown) const
{
    return {.id = format_ticket_id(site_, shown.id),
            .number = domain::format_number(shown.series, shown.number),
            .service = shown.service,
            .site = site_,
            .day = {shown.day},
            .priority = same_word<protocol::priority>(shown.priority),
            .priority_confirmed = shown.priority_confirmed,
            .channel = same_word<protocol::channel>(shown.channel),
            .lang = shown.lang == "en" ? protocol::language::en : protocol::language::vi,
            .procedure = shown.procedure,
            .state = same_word<protocol::ticket_state>(shown.state),
            .issued_at = timestamp(shown.issued_at),
            .due_at = timestamp(shown.due),
            .ahead = ahead_of(shown),
            .expected_wait_s = whole(shown.expected_wait),
            .expected_call_at = timestamp(shown.issued_at + shown.expected_wait),
            .track_url = track_url(state_.settings(), shown.track),
            .counter = shown.counter,
            .reserved_for = shown.reserved_for,
            .staff = shown.staff,
            .first_called_at = timestamp(shown.first_called_at),
            .called_at = timestamp(shown.called_at),
            .served_from = timestamp(shown.served_from),
            .served_to = timestamp(shown.served_to),
            .held_until = timestamp(shown.held_until),
            .calls = shown.calls,
            .transfers = shown.transfers,
            .out_of_order = shown.out_of_order,
            .last_today = is_last_today(shown),
            .outcome =
                shown.outcome ? std::optional{same_word<protocol::outcome>(*shown.outcome)} : std::nullopt};
}

protocol::ticket_with_history views::ticket_with_history(const domain::ticket& shown) const
{
    protocol::ticket_with_history result{ticket(shown), {}};
    for (const auto& entry : shown.history) {
        result.history.push_back({.what = entry.what,
                                  .at = timestamp(entry.at),
                                  .actor = entry.actor,
                                  .counter = entry.counter,
                                  .out_of_order = entry.out_of_order,
                                  .reason = entry.reason});
    }
    return result;
}

protocol::public_ticket views::public_ticket(const domain::ticket& shown) const
{
    return {.id = format_ticket_id(site_, shown.id),
            .number = domain::format_number(shown.series, shown.number),
            .service = shown.service,
            .site = site_,
            .day = {shown.day},
            .state = same_word<protocol::ticket_state>(shown.state),
            .counter = shown.counter,
            .issued_at = timestamp(shown.issued_at),
            .called_at = timestamp(shown.called_at),
            .calls = shown.calls};
}

/// Tickets of the same service that will be called before it; none before one that does not wait.
int views::ahead_of(const domain::ticket& shown) const
{
    return shown.state == domain::ticket_state::waiting ? state_.waiting().ahead_of(shown) : 0;
}

protocol::tracked_ticket views::tracked_ticket(const domain::ticket& shown, domain::instant now,
                                               const domain::time_zone& zone) const
{
    const auto& settings = state_.settings();
    // The service of a ticket that is over may have left the settings.
    const auto* service = domain::find_service(settings, shown.service);
    domain::seconds wait{0};
    const bool waits = shown.state == domain::ticket_state::waiting;
    if (waits) {
        // For all that is due before this ticket, without the ticket itself.
        wait = domain::promised_wait(state_, shown.service, shown.due - std::chrono::microseconds{1}, now);
    }
    std::optional<protocol::intake> intake;
    if (service != nullptr) {
        show(*service, now, zone, intake.emplace());
    }
    return {.number = domain::format_number(shown.series, shown.number),
            .service = shown.service,
            .service_name = service == nullptr ? shown.service : service->name,
            .service_name_en = service == nullptr ? shown.service : service->name_en,
            .site = site_,
            .site_name = settings.name,
            .site_name_en = settings.name_en,
            .day = {shown.day},
            .state = same_word<protocol::ticket_state>(shown.state),
            .ahead = ahead_of(shown),
            .expected_call_at = timestamp(waits ? now + wait : shown.called_at.value_or(now)),
            .expected_wait_s = whole(wait),
            .counter = shown.counter,
            .issued_at = timestamp(shown.issued_at),
            .called_at = timestamp(shown.called_at),
            .held_until = timestamp(shown.held_until),
            .calls = shown.calls,
            .intake = std::move(intake),
            .time = timestamp(now)};
}

protocol::counter views::counter(const domain::counter& shown) const
{
    protocol::counter result{.counter = shown.code,
                             .state = same_word<protocol::counter_state>(shown.state),
                             .services = shown.services,
                             .allowed_services = {},
                             .number = {},
                             .staff = shown.staff,
                             .staff_name = {},
                             .reason = shown.pause_reason,
                             .until = timestamp(shown.paused_until)};
    if (const auto* set_up = domain::find_counter(state_.settings(), shown.code)) {
        result.allowed_services = set_up->services;
    }
    if (const auto* officer = shown.staff ? state_.staff().find(*shown.staff) : nullptr) {
        result.staff_name = officer->name;
    }
    if (shown.current) {
        const auto& current = *state_.find(*shown.current);
        result.number = domain::format_number(current.series, current.number);
    }
    return result;
}

protocol::counter views::public_counter(const domain::counter& shown) const
{
    auto result = counter(shown);
    result.staff.reset();
    return result;
}

protocol::device_credential views::device_credential(const domain::device& device, std::string token) const
{
    return {.token = std::move(token),
            .site = site_,
            .kind = domain::name_of(device.as),
            .name = device.name,
            .counter = device.counter};
}

template <class Shown>
void views::show(const domain::service_settings& service, domain::instant now, const domain::time_zone& zone,
                 Shown& shown) const
{
    const auto found = domain::availability_of(state_, service, zone, now);
    shown.state = same_word<protocol::intake_state>(found.state);
    if (found.state == domain::intake_state::suspended) {
        shown.reason = found.reason;
    }
    shown.until = timestamp(found.until);
    shown.opens_at = timestamp(found.opens_at);
    using enum domain::refusal_code;
    const bool is_over = found.refused == quota_used || found.refused == too_late_today;
    if (const auto* last = is_over ? last_of(service.code) : nullptr) {
        shown.last_number = domain::format_number(last->series, last->number);
    }
}

const domain::ticket* views::last_of(const domain::service_code& service) const
{
    const auto& today = state_.tickets();
    const auto last = std::find_if(today.rbegin(), today.rend(), [&](const domain::ticket& one) {
        return one.series == service && one.day == state_.day();
    });
    return last == today.rend() ? nullptr : &*last;
}

bool views::is_last_today(const domain::ticket& shown) const
{
    const auto* service = domain::find_service(state_.settings(), shown.series);
    if (service == nullptr || !service->daily_quota) {
        return false;
    }
    const auto* last = last_of(shown.series);
    return last != nullptr && last->id == shown.id && domain::is_quota_used(state_, *service);
}

protocol::service_list views::services(domain::instant now, const domain::time_zone& zone) const
{
    protocol::service_list result;
    for (const auto& service : state_.settings().services) {
        auto& shown = result.items.emplace_back(protocol::service{.code = service.code,
                                                                  .name = service.name,
                                                                  .name_en = service.name_en,
                                                                  .target_s = whole(service.target_minutes)});
        show(service, now, zone, shown);
    }
    return result;
}

protocol::board views::board(domain::instant now, const domain::time_zone& zone, std::int64_t seq) const
{
    protocol::board result{
        .site = site_, .time = timestamp(now), .calling = {}, .services = {}, .counters = {}, .seq = seq};
    std::vector<const domain::ticket*> called;
    for (const auto& at : state_.counters()) {
        result.counters.push_back(public_counter(at));
        const auto* current = at.current ? state_.find(*at.current) : nullptr;
        if (current != nullptr && current->state == domain::ticket_state::called) {
            called.push_back(current);
        }
    }
    std::ranges::sort(called, std::ranges::greater{}, &domain::ticket::called_at);
    for (const auto* one : called) {
        result.calling.push_back({.number = domain::format_number(one->series, one->number),
                                  .counter = *one->counter,
                                  .service = one->service,
                                  .called_at = timestamp(*one->called_at)});
    }
    for (const auto& one : domain::service_forecasts(state_, now)) {
        const auto* service = domain::find_service(state_.settings(), one.service);
        auto& shown = result.services.emplace_back(
            protocol::board_service{.service = one.service,
                                    .name = service->name,
                                    .name_en = service->name_en,
                                    .waiting = one.waiting,
                                    .expected_wait_s = whole(one.expected_wait)});
        show(*service, now, zone, shown);
        for (const auto& place : state_.waiting().places(one.service, limits::next_numbers)) {
            const auto& waiting = *state_.find(place.ticket);
            shown.next.push_back(domain::format_number(waiting.series, waiting.number));
        }
    }
    return result;
}

} // namespace motcua::api
