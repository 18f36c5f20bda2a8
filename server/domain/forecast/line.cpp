#include "server/domain/forecast/line.hpp"

#include "server/domain/forecast/limits.hpp"

#include <algorithm>
#include <set>

namespace motcua::domain {

namespace {

/// People with a booking come this early.
constexpr minutes early_guess{8};
constexpr minutes soonest_arrival{1};
/// In 256: 0.9, and 0.5 when the start has passed.
constexpr int chance_to_come = 230;
constexpr int chance_when_late = 128;

waiter of_booking(const site_settings& settings, const expected_booking& booked, std::size_t service,
                  instant now)
{
    waiter coming{.is = waiter::kind::to_come, .service = service};
    coming.arrives = std::max(booked.start - early_guess, now + soonest_arrival);
    const bool is_late = coming.arrives > booked.start + settings.appointments.grace_minutes;
    const auto ready = std::max(booked.start, coming.arrives);
    coming.due = is_late ? coming.arrives : ready - settings.head_start.appointment_minutes;
    coming.chance = booked.start < now ? chance_when_late : chance_to_come;
    const auto number = static_cast<std::uint64_t>(booked.start.time_since_epoch().count());
    coming.key = draw_key(draw_kind::booking, number + service);
    return coming;
}

/// Arrivals without appointment by service, and the time in which they came.
struct recent_arrivals
{
    std::vector<int> counts;
    std::chrono::microseconds time;
};

recent_arrivals count_arrivals(const site_state& state, instant now)
{
    const auto& settings = state.settings();
    recent_arrivals found{.counts = std::vector<int>(settings.services.size()), .time = arrivals_window};
    int seen = 0;
    for (auto one = state.tickets().rbegin(); one != state.tickets().rend(); ++one) {
        if (one->issued_at <= now - arrivals_window) {
            break;
        }
        // Not those of this second: a ticket and the card before it give the same figures.
        const auto service = one->issued_at < now ? place_of_service(settings, one->series) : std::nullopt;
        if (service && one->channel != ticket_channel::appointment) {
            ++found.counts[*service];
        }
        if (++seen == arrivals_max) {
            found.time = std::max<std::chrono::microseconds>(now - one->issued_at, seconds{1});
            break;
        }
    }
    return found;
}

std::set<minutes> head_starts_of(const site_settings& settings)
{
    const auto& starts = settings.head_start;
    std::set<minutes> used{starts.elderly_minutes, starts.disabled_minutes, starts.pregnant_minutes,
                           starts.infant_minutes, starts.merit_minutes};
    used.erase(minutes{0});
    return used;
}

void add_priority(std::vector<waiter>& coming, const site_state& state, instant now)
{
    const auto arrivals = count_arrivals(state, now);
    for (const auto head_start : head_starts_of(state.settings())) {
        const auto share = state.known().share_of(head_start);
        for (std::size_t service = 0; service < arrivals.counts.size(); ++service) {
            // How many come within the head start, in millionths.
            const auto mean = arrivals.counts[service] * share *
                              std::chrono::duration_cast<milliseconds>(head_start).count() /
                              std::chrono::duration_cast<milliseconds>(arrivals.time).count();
            const auto places =
                std::min<std::int64_t>((mean + whole_share - 1) / whole_share, forecast_tickets_max);
            for (std::int64_t n = 0; n < places; ++n) {
                waiter one{.is = waiter::kind::to_come, .service = service};
                one.arrives = now + std::chrono::microseconds{head_start} * (2 * n + 1) / (2 * places);
                one.due = one.arrives - head_start;
                one.chance = static_cast<int>(certain * mean / (places * whole_share));
                one.key = draw_key(draw_kind::priority,
                                   (service * 1000 + static_cast<std::uint64_t>(head_start.count())) * 1000 +
                                       static_cast<std::uint64_t>(n));
                coming.push_back(one);
            }
        }
    }
}

} // namespace

std::optional<std::size_t> place_of_service(const site_settings& settings, const service_code& code)
{
    const auto found = std::ranges::find(settings.services, code, &service_settings::code);
    return found == settings.services.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - settings.services.begin())};
}

std::optional<std::size_t> place_of_counter(const site_settings& settings, const counter_code& code)
{
    const auto found = std::ranges::find(settings.counters, code, &counter_settings::code);
    return found == settings.counters.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - settings.counters.begin())};
}

std::vector<waiter> those_here(const site_state& state, const std::vector<milliseconds>& turns)
{
    const auto& settings = state.settings();
    std::vector<waiter> line;
    for (std::size_t service = 0; service < settings.services.size(); ++service) {
        for (const auto& at : state.waiting().places(settings.services[service].code, forecast_tickets_max)) {
            line.push_back({.due = at.due, .ticket = at.ticket, .service = service, .turn = turns[service]});
        }
    }
    std::ranges::sort(line, {}, &waiter::order);
    line.resize(std::min(line.size(), forecast_tickets_max));
    for (auto& one : line) {
        one.key = draw_key(draw_kind::ticket, static_cast<std::uint64_t>(one.ticket));
        if (const auto& counter = state.at(one.ticket).reserved_for) {
            one.reserved_for = place_of_counter(settings, *counter);
        }
    }
    return line;
}

std::vector<waiter> those_to_come(const site_state& state, const forecast_moment& moment,
                                  const std::vector<milliseconds>& turns)
{
    const auto& settings = state.settings();
    std::vector<waiter> coming;
    const auto from = moment.now - settings.appointments.grace_minutes;
    const auto to = moment.now + settings.head_start.appointment_minutes;
    for (const auto& booked : moment.bookings) {
        const auto service = place_of_service(settings, booked.service);
        if (service && from <= booked.start && booked.start < to) {
            coming.push_back(of_booking(settings, booked, *service, moment.now));
        }
    }
    for (std::size_t service = 0; service < settings.services.size(); ++service) {
        const auto& code = settings.services[service].code;
        state.appointments().visit_taken(code, from, to, [&](const appointment& one) {
            if (one.state == appointment_state::booked) {
                coming.push_back(of_booking(settings, {code, one.start}, service, moment.now));
            }
        });
    }
    add_priority(coming, state, moment.now);
    for (auto& one : coming) {
        one.turn = turns[one.service];
    }
    return coming;
}

milliseconds work_before(const site_state& state, const place& before, const std::vector<milliseconds>& turns)
{
    milliseconds work{};
    for (std::size_t service = 0; service < turns.size(); ++service) {
        work += turns[service] * state.waiting().before(state.settings().services[service].code, before);
    }
    return work;
}

} // namespace motcua::domain
