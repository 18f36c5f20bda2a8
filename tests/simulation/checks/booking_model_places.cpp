// Which times and places there are.

#include "server/domain/calendar/calendar.hpp"
#include "tests/simulation/checks/booking_model.hpp"
#include "tests/simulation/checks/booking_rules.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>

namespace motcua::simulation {

using domain::appointment_state;
using std::chrono::days;
using std::chrono::weekday;

namespace {

domain::local_day local_day_of(const domain::site_settings& settings, domain::instant at)
{
    return std::chrono::floor<days>(domain::to_local(zone_of(settings), at));
}

bool takes_a_place(const model_appointment& one)
{
    return !one.is_over &&
           (one.state == appointment_state::booked || one.state == appointment_state::checked_in);
}

} // namespace

domain::appointment_settings booking_model::rules_at(const domain::service_code& service,
                                                     domain::instant at) const
{
    const auto* known = domain::find_service(settings_, service);
    return known == nullptr ? settings_.appointments
                            : booking_rules(settings_, *known, weekday{local_day_of(settings_, at)});
}

/// `lead`: how long before its start it must be asked for.
void booking_model::check_time(const std::string& name, const wanted_visit& wanted, domain::minutes lead)
{
    const auto* service = domain::find_service(settings_, wanted.service);
    if (service == nullptr) {
        return must(false, name, "is for an unknown service");
    }
    must(service->bookable, name, "is for a service that takes no bookings");
    must(wanted.start < wanted.end, name, "takes no time");
    must(wanted.start > now_, name, "lies in the past");
    must(wanted.start >= now_ + lead, name, "is asked for too late");
    const auto last =
        local_day_of(settings_, now_) + days{rules_at(wanted.service, wanted.start).horizon_days};
    must(local_day_of(settings_, wanted.start) <= last, name, "lies beyond the horizon");
    must(!day_ || domain::business_day(zone_of(settings_), settings_, wanted.start) >= *day_, name,
         "is of a day that is over");
    const bool is_in_closure = std::ranges::any_of(closures_, [&](const model_closure& each) {
        const bool is_concerned =
            !each.is_over && (each.is_of_all || std::ranges::count(each.services, wanted.service) > 0);
        return is_concerned && each.from < wanted.end && wanted.start < each.to;
    });
    must(!is_in_closure, name, "lies within a closure");
    check_hours(name, wanted, *service);
}

/// On the grid of one span of the day's hours, and inside it, by the clocks on the wall.
void booking_model::check_hours(const std::string& name, const wanted_visit& wanted,
                                const domain::service_settings& service)
{
    const auto zone = zone_of(settings_);
    const auto from = domain::to_local(zone, wanted.start);
    const auto to = from + (wanted.end - wanted.start);
    const auto last_moment = domain::to_local(zone, wanted.end - domain::instant::duration{1});
    const auto day = std::chrono::floor<days>(from);
    const auto rules = rules_at(wanted.service, wanted.start);
    bool is_inside = false;
    bool is_on_grid = false;
    for (const auto& span : booking_hours(settings_, service, rules, day)) {
        const domain::local_time opens = day + span.from;
        const domain::local_time closes = day + span.to;
        if (opens <= from && to <= closes && last_moment < closes) {
            is_inside = true;
            is_on_grid = (from - opens) % rules.step_minutes == domain::instant::duration{0};
        }
    }
    must(is_inside, name, "lies outside the hours for bookings");
    must(!is_inside || is_on_grid, name, "does not begin on the grid");
}

/// How many others there are at the fullest moment of the visit.
int booking_model::most_at_once(const wanted_visit& wanted, bool only_citizens) const
{
    struct span
    {
        domain::instant from;
        domain::instant to;
    };
    const auto buffer = rules_at(wanted.service, wanted.start).buffer_minutes;
    std::vector<span> others;
    for (const auto& each : appointments_) {
        const bool counts = takes_a_place(each) && each.service == wanted.service && each.id != wanted.moved;
        if (counts && !(only_citizens && each.is_officers)) {
            others.push_back({each.start, each.end + buffer});
        }
    }
    for (const auto& each : holds_) {
        const bool is_valid = !each.is_used && !each.has_expired && now_ < each.expires_at;
        const bool counts = is_valid && each.service == wanted.service && each.id != wanted.hold;
        if (counts && !(only_citizens && each.is_officers)) {
            others.push_back({each.start, each.end + buffer});
        }
    }
    // It is fullest when somebody has just begun.
    const auto end = wanted.end + buffer;
    std::vector<domain::instant> moments{wanted.start};
    for (const auto& each : others) {
        if (wanted.start < each.from && each.from < end) {
            moments.push_back(each.from);
        }
    }
    int most = 0;
    for (const auto moment : moments) {
        const auto at_once = std::ranges::count_if(
            others, [&](const span& each) { return each.from <= moment && moment < each.to; });
        most = std::max(most, static_cast<int>(at_once));
    }
    return most;
}

bool booking_model::has_place(const wanted_visit& wanted) const
{
    const auto places = places_of(rules_at(wanted.service, wanted.start));
    const bool fits = most_at_once(wanted, false) < places.all;
    return fits && (wanted.by_officer || most_at_once(wanted, true) < places.citizens);
}

void booking_model::check_places(const std::string& name, const wanted_visit& wanted)
{
    const auto places = places_of(rules_at(wanted.service, wanted.start));
    must(most_at_once(wanted, false) < places.all, name, "is one more than the slot has places");
    must(wanted.by_officer || most_at_once(wanted, true) < places.citizens, name,
         "takes a place that is kept for officers");
}

/// api: open bookings of one phone number for one day; `booked` is among them.
void booking_model::check_phone(const model_appointment& booked)
{
    const auto count = std::ranges::count_if(appointments_, [&](const model_appointment& each) {
        return takes_a_place(each) && each.day == booked.day && each.phone == booked.phone;
    });
    must(count <= rules_at(booked.service, booked.start).per_phone_day, title_of(booked.id),
         "is one more than a phone number may have on a day");
}

bool booking_model::is_closed(std::string_view service, domain::instant at) const
{
    return std::ranges::any_of(closures_, [&](const model_closure& each) {
        const bool is_concerned =
            !each.is_over && (each.is_of_all || std::ranges::count(each.services, service) > 0);
        return is_concerned && each.from <= at && at < each.to;
    });
}

int booking_model::count_affected(domain::closure_id id) const
{
    const auto* closed = find_closure(id);
    if (closed == nullptr) {
        return 0;
    }
    return static_cast<int>(std::ranges::count_if(appointments_, [&](const model_appointment& each) {
        const bool is_concerned = closed->is_of_all || std::ranges::count(closed->services, each.service) > 0;
        return !each.is_over && each.state == appointment_state::booked && is_concerned &&
               closed->from < each.end && each.start < closed->to;
    }));
}

const model_appointment* booking_model::find(domain::appointment_id id) const
{
    const auto found = std::ranges::find(appointments_, id, &model_appointment::id);
    return found == appointments_.end() ? nullptr : &*found;
}

const model_appointment* booking_model::find(std::string_view code) const
{
    const auto found = std::find_if(appointments_.rbegin(), appointments_.rend(),
                                    [&](const model_appointment& each) { return each.code == code; });
    return found == appointments_.rend() ? nullptr : &*found;
}

const model_closure* booking_model::find_closure(domain::closure_id id) const
{
    const auto found = std::ranges::find(closures_, id, &model_closure::id);
    return found == closures_.end() ? nullptr : &*found;
}

model_appointment* booking_model::find_own(domain::appointment_id id)
{
    const auto found = std::ranges::find(appointments_, id, &model_appointment::id);
    return found == appointments_.end() ? nullptr : &*found;
}

/// The appointment that an event ends or moves, if it is open.
model_appointment* booking_model::open_one(domain::appointment_id id, std::string_view what)
{
    auto* found = find_own(id);
    const bool is_open = found != nullptr && found->state == appointment_state::booked && !found->is_over;
    must(is_open, title_of(id), what);
    return is_open ? found : nullptr;
}

void booking_model::must(bool holds, std::string_view what)
{
    if (!holds) {
        note(*found_, "seq " + std::to_string(seq_) + " " + std::string(what));
    }
}

void booking_model::must(bool holds, const std::string& subject, std::string_view what)
{
    if (!holds) {
        must(false, subject + " " + std::string(what));
    }
}

} // namespace motcua::simulation
