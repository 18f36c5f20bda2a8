#include "server/domain/appointments/slots.hpp"

#include "server/domain/appointments/limits.hpp"
#include "server/domain/calendar/calendar.hpp"
#include "server/domain/calendar/opening_hours.hpp"
#include "server/domain/intake/availability.hpp"
#include "server/domain/site_state.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::domain {

namespace {

using std::chrono::days;
using std::chrono::weekday;

/// Part of the places, rounded halves up.
int part_of(int capacity, double share) { return static_cast<int>(std::lround(capacity * share)); }

local_day day_of(const time_zone& zone, instant at) { return std::chrono::floor<days>(to_local(zone, at)); }

/// When the clocks of the site show `at`; none where they skip it.
std::optional<instant> shown_at(const time_zone& zone, local_time at)
{
    const auto found = to_instant(zone, at);
    return to_local(zone, found) == at ? std::optional{found} : std::nullopt;
}

} // namespace

const appointment_settings& rules_of(const site_settings& settings, const service_settings& service)
{
    return service.appointments ? *service.appointments : settings.appointments;
}

appointment_settings rules_on(const site_settings& settings, const service_settings& service, weekday day)
{
    auto rules = rules_of(settings, service);
    for (const auto& special : rules.weekdays) {
        if (static_cast<unsigned>(special.day) + 1 == day.iso_encoding()) {
            rules.slot_minutes = special.slot_minutes.value_or(rules.slot_minutes);
            rules.step_minutes = special.step_minutes.value_or(rules.step_minutes);
            rules.buffer_minutes = special.buffer_minutes.value_or(rules.buffer_minutes);
            rules.capacity = special.capacity.value_or(rules.capacity);
        }
    }
    return rules;
}

day_hours bookable_hours(const site_settings& settings, const service_settings& service,
                         const appointment_settings& rules, local_day day)
{
    const bool is_special = std::ranges::count(settings.exceptions, base::day{day}, &calendar_exception::day);
    if (!is_special && !is_working_day(settings, day)) {
        return {};
    }
    auto both = hours_of(settings, day, service.hours);
    if (rules.hours) {
        both = common_hours(both, hours_of(settings, day, rules.hours));
    }
    day_hours merged;
    for (const auto& span : both) {
        if (!merged.empty() && merged.back().to == span.from) {
            merged.back().to = span.to;
        } else {
            merged.push_back(span);
        }
    }
    return merged;
}

int bookable_places(const appointment_settings& rules)
{
    return rules.capacity - part_of(rules.capacity, rules.walk_in_share);
}

int most_at_once(const std::vector<busy_time>& busy, instant from, instant to)
{
    // +1 where a visit begins, -1 where one ends; at the same moment ends come first.
    std::vector<std::pair<instant, int>> changes;
    for (const auto& each : busy) {
        if (each.from < to && each.to > from) {
            changes.emplace_back(std::max(each.from, from), 1);
            changes.emplace_back(each.to, -1);
        }
    }
    std::ranges::sort(changes);
    int now = 0;
    int most = 0;
    for (const auto& [at, change] : changes) {
        now += change;
        most = std::max(most, now);
    }
    return most;
}

slot_book::slot_book(const site_state& state, const wished_visit& visit, const time_zone& zone, instant now,
                     freed_place freed)
    : state_(state), visit_(visit), zone_(zone), now_(now), freed_(freed)
{}

std::vector<slot> slot_book::slots(local_day first, local_day last) const
{
    const auto today = day_of(zone_, now_);
    const auto& settings = state_.settings();
    const auto horizon = rules_of(settings, visit_.service).horizon_days;
    first = std::max(first, today);
    last = std::min({last, today + days{horizon}, first + days{slot_days_max}});
    std::vector<slot> found;
    if (!visit_.service.bookable) {
        return found;
    }
    for (auto day = first; day <= last; day += days{1}) {
        for (const auto& each : slots_of(day)) {
            if (why_never(each.start) == nullptr) {
                found.push_back(each);
            }
        }
    }
    return found;
}

/// Whatever the moment of the question: lead time and horizon are looked at by the callers.
std::vector<slot> slot_book::slots_of(local_day day, std::optional<instant> only) const
{
    const auto& settings = state_.settings();
    const auto rules = rules_on(settings, visit_.service, weekday{day});
    const auto length = visit_.length.value_or(rules.slot_minutes);
    const auto busy = busy_on(day);
    std::vector<slot> found;
    if (length > booked_visit_max) {
        return found;
    }
    for (const auto& span : bookable_hours(settings, visit_.service, rules, day)) {
        const auto closing = first_instant(zone_, day + span.to);
        for (auto start = span.from; start + length <= span.to; start += rules.step_minutes) {
            const auto at = shown_at(zone_, day + start);
            if (!at || *at + length > closing) {
                continue;
            }
            slot each{.start = *at, .end = *at + length};
            if ((!only || only == each.start) && !is_closed(each)) {
                count_places(each, rules, busy);
                found.push_back(each);
            }
        }
    }
    return found;
}

std::vector<busy_time> slot_book::busy_on(local_day day) const
{
    const auto buffer = rules_on(state_.settings(), visit_.service, weekday{day}).buffer_minutes;
    const auto from = first_instant(zone_, day);
    const auto to = first_instant(zone_, day + days{1}) + buffer;
    const auto& appointments = state_.appointments();
    auto busy = taken_;
    appointments.visit_taken(visit_.service.code, from - booked_visit_max, to, [&](const appointment& each) {
        if (each.id != freed_.appointment) {
            busy.push_back({each.start, each.end + buffer, each.channel == ticket_channel::staff});
        }
    });
    for (const auto& each : appointments.holds()) {
        if (each.service == visit_.service.code && each.id != freed_.hold && now_ < each.expires_at) {
            busy.push_back({each.start, each.end + buffer, each.channel == ticket_channel::staff});
        }
    }
    return busy;
}

void slot_book::count_places(slot& found, const appointment_settings& rules,
                             const std::vector<busy_time>& busy) const
{
    const auto all = bookable_places(rules);
    const auto for_citizens = std::max(0, all - part_of(rules.capacity, rules.officer_share));
    found.capacity = visit_.by_officer ? all : for_citizens;
    if (suspension_of(state_, visit_.service.code, now_) != nullptr) {
        return;
    }
    const auto to = found.end + rules.buffer_minutes;
    found.free = all - most_at_once(busy, found.start, to);
    if (!visit_.by_officer) {
        std::vector<busy_time> citizens;
        std::ranges::copy_if(busy, std::back_inserter(citizens),
                             [](const busy_time& each) { return !each.is_officers; });
        found.free = std::min(found.free, for_citizens - most_at_once(citizens, found.start, to));
    }
    // Fewer places may be left than were booked, after a change of the settings.
    found.free = std::max(found.free, 0);
}

bool slot_book::is_closed(const slot& found) const
{
    return std::ranges::any_of(state_.appointments().closures(), [&](const closure& each) {
        return concerns(each, visit_.service.code) && each.from < found.end && found.start < each.to;
    });
}

const char* slot_book::why_never(instant start) const
{
    const auto day = day_of(zone_, start);
    const auto& rules = rules_of(state_.settings(), visit_.service);
    if (!visit_.service.bookable) {
        return "the service takes no bookings";
    }
    // After the clock was set back a day that was closed is still over.
    const auto today = state_.day();
    if (start <= now_ || (today && business_day(zone_, state_.settings(), start) < *today)) {
        return "it has passed";
    }
    // Who holds a place has begun in time.
    if (!freed_.hold && start < now_ + rules.lead_minutes) {
        return "it is too late to book it";
    }
    if (day > day_of(zone_, now_) + days{rules.horizon_days}) {
        return "it is too far ahead";
    }
    return nullptr;
}

boost::system::result<slot, refusal> slot_book::slot_at(instant start) const
{
    if (const auto* why = why_never(start)) {
        return refusal{.code = refusal_code::not_a_slot, .field = "start", .why = why};
    }
    const auto found = slots_of(day_of(zone_, start), start);
    if (found.empty()) {
        return refusal{
            .code = refusal_code::not_a_slot, .field = "start", .why = "no visit of that length begins then"};
    }
    if (found.front().free > 0) {
        return found.front();
    }
    auto next = first_free(start);
    if (!next) {
        next = first_free(now_);
    }
    refusal full{.code = refusal_code::slot_full, .field = "start"};
    if (next) {
        full.first_free_slot = next->start;
    }
    return full;
}

std::optional<slot> slot_book::first_free(instant from) const
{
    const auto first = day_of(zone_, from);
    const auto last = day_of(zone_, now_) + days{rules_of(state_.settings(), visit_.service).horizon_days};
    for (auto day = first; day <= last; day += days{1}) {
        for (const auto& each : slots(day, day)) {
            if (each.start >= from && each.free > 0) {
                return each;
            }
        }
    }
    return std::nullopt;
}

void slot_book::take(const slot& taken)
{
    const auto day = day_of(zone_, taken.start);
    const auto buffer = rules_on(state_.settings(), visit_.service, weekday{day}).buffer_minutes;
    taken_.push_back({taken.start, taken.end + buffer, visit_.by_officer});
}

std::optional<instant> first_free_slot(const site_state& state, const service_settings& service,
                                       const time_zone& zone, instant now)
{
    const auto found = slot_book(state, {.service = service}, zone, now).first_free(now);
    return found ? std::optional{found->start} : std::nullopt;
}

} // namespace motcua::domain
