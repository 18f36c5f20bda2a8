#include "server/api/views.hpp"

#include "server/api/identifiers.hpp"
#include "server/api/limits.hpp"
#include "server/domain/intake/availability.hpp"
#include "server/domain/tickets/ahead.hpp"
#include "server/domain/tickets/events.hpp"

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

std::optional<std::int64_t> whole_or_none(std::optional<std::chrono::seconds> duration)
{
    return duration ? std::optional{duration->count()} : std::nullopt;
}

struct holds
{
    domain::seconds served{0};
    std::optional<std::string> reason;
};

/// What the holds at its present counter interrupted, and why it is held now; its history has both.
holds holds_of(const domain::ticket& shown)
{
    holds found;
    std::optional<domain::instant> started;
    for (const auto& line : shown.history) {
        if (line.what == domain::ticket_called::history) {
            found = {};
            started.reset();
        } else if (line.what == domain::ticket_started::history ||
                   line.what == domain::ticket_resumed::history) {
            started = line.at;
            found.reason.reset();
        } else if (line.what == domain::ticket_held::history) {
            found.served += started ? domain::shown_between(*started, line.at) : domain::seconds{0};
            started.reset();
            found.reason = line.reason;
        }
    }
    return found;
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

template <class Message>
void views::show(const domain::forecast& found, Message& shown) const
{
    shown.expected_wait_s = whole_or_none(found.expected);
    shown.expected_from_s = whole_or_none(found.from);
    shown.expected_to_s = whole_or_none(found.to);
    shown.forecast_state = same_word<protocol::forecast_state>(found.state);
    shown.doubtful = found.doubtful;
}

protocol::ticket views::ticket(const domain::ticket& shown) const
{
    const bool is_held = shown.state == domain::ticket_state::held;
    const auto past = is_held || shown.state == domain::ticket_state::serving ? holds_of(shown) : holds{};
    protocol::ticket message{.id = format_ticket_id(site_, shown.id),
                             .number = domain::format_number(shown.series, shown.number),
                             .service = shown.service,
                             .site = site_,
                             .day = {shown.day},
                             .priority = same_word<protocol::priority>(shown.priority),
                             .priority_confirmed = shown.priority_confirmed,
                             .channel = same_word<protocol::channel>(shown.channel),
                             .lang = shown.lang == "en" ? protocol::language::en : protocol::language::vi,
                             .procedure = shown.procedure,
                             .booked_for = {},
                             .late = {},
                             .state = same_word<protocol::ticket_state>(shown.state),
                             .since = timestamp(shown.since),
                             .served_s = whole(past.served),
                             .hold_reason = is_held ? past.reason : std::nullopt,
                             .has_note = shown.has_note,
                             .issued_at = timestamp(shown.issued_at),
                             .due_at = timestamp(shown.due),
                             .ahead = domain::ahead_of(state_, shown),
                             .expected_wait_s = {},
                             .expected_from_s = {},
                             .expected_to_s = {},
                             .expected_call_at = {},
                             .opens_at = timestamp(shown.promise.opens_at),
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
                             .outcome = shown.outcome
                                            ? std::optional{same_word<protocol::outcome>(*shown.outcome)}
                                            : std::nullopt};
    if (shown.appointment) {
        message.booked_for = timestamp(state_.appointments().at(*shown.appointment).start);
        message.late = shown.late;
    }
    show(shown.promise, message);
    if (shown.promise.expected) {
        message.expected_call_at = timestamp(shown.issued_at + *shown.promise.expected);
    }
    return message;
}

protocol::ticket_with_history views::ticket_with_history(const domain::ticket& shown) const
{
    protocol::ticket_with_history result{ticket(shown), {}, {}};
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

protocol::tracked_ticket views::tracked_ticket(const domain::ticket& shown, const view_moment& moment) const
{
    const auto& settings = state_.settings();
    // The service of a ticket that is over may have left the settings.
    const auto* service = domain::find_service(settings, shown.service);
    protocol::tracked_ticket message{.number = domain::format_number(shown.series, shown.number),
                                     .service = shown.service,
                                     .service_name = service == nullptr ? shown.service : service->name,
                                     .service_name_en = service == nullptr ? shown.service : service->name_en,
                                     .site = site_,
                                     .site_name = settings.name,
                                     .site_name_en = settings.name_en,
                                     .day = {shown.day},
                                     .state = same_word<protocol::ticket_state>(shown.state),
                                     .ahead = domain::ahead_of(state_, shown),
                                     .expected_call_at = timestamp(shown.called_at),
                                     .expected_wait_s = 0,
                                     .expected_from_s = {},
                                     .expected_to_s = {},
                                     .forecast_state = {},
                                     .opens_at = {},
                                     .counter = shown.counter,
                                     .issued_at = timestamp(shown.issued_at),
                                     .called_at = timestamp(shown.called_at),
                                     .held_until = timestamp(shown.held_until),
                                     .calls = shown.calls,
                                     .intake = {},
                                     .time = timestamp(moment.now)};
    if (service != nullptr) {
        show_intake(*service, moment, message.intake.emplace());
    }
    if (shown.state != domain::ticket_state::waiting) {
        return message;
    }
    const auto found = forecast_of(shown, moment);
    show(found, message);
    message.opens_at = timestamp(found.opens_at);
    message.expected_call_at.reset();
    if (found.expected) {
        message.expected_call_at = timestamp(moment.now + *found.expected);
    }
    return message;
}

/// From the evaluation that all share; who is behind those it follows gets one of their own.
domain::forecast views::forecast_of(const domain::ticket& shown, const view_moment& moment) const
{
    const domain::forecast_moment wanted{.now = moment.now, .zone = moment.zone};
    const auto& shared = moment.forecasts.shared(state_, wanted).tickets;
    const auto found = shared.find(shown.id);
    return found != shared.end() ? found->second : domain::forecast_of(state_, shown, wanted);
}

protocol::counter views::counter(const domain::counter& shown) const
{
    const bool is_paused = shown.state == domain::counter_state::paused;
    protocol::counter result{.counter = shown.code,
                             .state = same_word<protocol::counter_state>(shown.state),
                             .services = shown.services,
                             .allowed_services = {},
                             .number = {},
                             .staff = shown.staff,
                             .staff_name = {},
                             .reason = shown.pause_reason,
                             .until = timestamp(shown.paused_until),
                             .paused_at = is_paused ? std::optional{timestamp(shown.since)} : std::nullopt};
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

template <class Message>
void views::show_intake(const domain::service_settings& service, const view_moment& moment,
                        Message& shown) const
{
    const auto found = domain::availability_of(state_, service, moment.zone, moment.now);
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

template <class Service>
void views::show(const domain::service_settings& service, const view_moment& moment, Service& shown) const
{
    show_intake(service, moment, shown);
    shown.waiting = state_.waiting().waiting(service.code);
    const auto& shared = moment.forecasts.shared(state_, {.now = moment.now, .zone = moment.zone}).services;
    // The evaluation may be a second old, and the service new.
    const auto known = shared.find(service.code);
    const auto found = known != shared.end() ? known->second : domain::forecast{};
    show(found, shown);
    if (shown.state == protocol::intake_state::open) {
        shown.opens_at = timestamp(found.opens_at);
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

protocol::service_list views::services(const view_moment& moment) const
{
    protocol::service_list result;
    for (const auto& service : state_.settings().services) {
        auto& shown = result.items.emplace_back();
        shown.code = service.code;
        shown.name = service.name;
        shown.name_en = service.name_en;
        shown.target_s = whole(service.target_minutes);
        shown.bookable = service.bookable;
        show(service, moment, shown);
    }
    return result;
}

protocol::board views::board(const view_moment& moment, std::int64_t seq) const
{
    protocol::board result{.site = site_,
                           .time = timestamp(moment.now),
                           .calling = {},
                           .services = {},
                           .counters = {},
                           .seq = seq};
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
    for (const auto& service : state_.settings().services) {
        auto& shown = result.services.emplace_back();
        shown.service = service.code;
        shown.name = service.name;
        shown.name_en = service.name_en;
        show(service, moment, shown);
        for (const auto& place : state_.waiting().places(service.code, limits::next_numbers)) {
            const auto& waiting = *state_.find(place.ticket);
            shown.next.push_back(domain::format_number(waiting.series, waiting.number));
        }
    }
    return result;
}

} // namespace motcua::api
