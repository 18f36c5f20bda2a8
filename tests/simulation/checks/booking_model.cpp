// What each kind of event about appointments may follow, and what it leaves.

#include "tests/simulation/checks/booking_model.hpp"

#include "server/domain/calendar/calendar.hpp"
#include "tests/simulation/checks/booking_rules.hpp"
#include "tests/simulation/zones.hpp"

#include <algorithm>

namespace motcua::simulation {

using domain::appointment_state;

namespace {

bool is_officers(domain::ticket_channel channel) { return channel == domain::ticket_channel::staff; }

/// One who is neither a citizen nor a kiosk.
bool is_officer(const std::string& actor) { return actor != "public" && !actor.starts_with("kiosk:"); }

} // namespace

void booking_model::apply(const domain::event& happened, findings& found)
{
    found_ = &found;
    seq_ = happened.seq;
    now_ = happened.at;
    std::visit([&](const auto& body) { on(body, happened); }, happened.body);
    found_ = nullptr;
}

void booking_model::on(const domain::site_configured& body, const domain::event&)
{
    settings_ = body.settings;
}

/// What was booked for days before has ended with them.
void booking_model::on(const domain::day_opened& body, const domain::event& happened)
{
    for (auto& each : appointments_) {
        if (each.is_over || each.day >= body.day) {
            continue;
        }
        must(each.state != appointment_state::booked, title_of(each.id),
             "is still open when its day is over");
        each.is_over = true;
    }
    // A closure that has ended is forgotten with its day, also when the clock is set back later.
    for (auto& each : closures_) {
        each.is_over = each.is_over || each.to <= happened.at;
    }
    day_ = body.day;
}

// ---- holds

void booking_model::on(const domain::slot_held& body, const domain::event&)
{
    const std::string name = "a held place";
    must(std::ranges::none_of(holds_, [&](const model_hold& each) { return each.id == body.hold; }), name,
         "has the id of another");
    const wanted_visit wanted{.service = body.service,
                              .start = body.start,
                              .end = body.end,
                              .by_officer = is_officers(body.channel)};
    const auto rules = rules_at(body.service, body.start);
    check_time(name, wanted, rules.lead_minutes);
    check_places(name, wanted);
    must(body.expires_at == now_ + rules.hold_minutes, name, "is not held for the time that the site says");
    holds_.push_back({.id = body.hold,
                      .service = body.service,
                      .start = body.start,
                      .end = body.end,
                      .is_officers = is_officers(body.channel),
                      .expires_at = body.expires_at});
}

void booking_model::on(const domain::slot_hold_expired& body, const domain::event&)
{
    const auto held = std::ranges::find(holds_, body.hold, &model_hold::id);
    if (held == holds_.end()) {
        return must(false, "ends a hold that nobody had");
    }
    must(!held->is_used, "ends a hold that was used");
    must(!held->has_expired, "ends a hold a second time");
    must(now_ >= held->expires_at, "ends a hold before its time");
    held->has_expired = true;
}

void booking_model::use_hold(const domain::appointment_booked& body)
{
    const auto name = title_of(body.appointment);
    const auto held = std::ranges::find(holds_, *body.hold, &model_hold::id);
    if (held == holds_.end()) {
        return must(false, name, "uses a hold that nobody had");
    }
    must(!held->is_used, name, "uses a hold that another has used");
    must(!held->has_expired && now_ < held->expires_at, name, "uses a hold whose time is over");
    must(held->service == body.service && held->start == body.start, name,
         "uses the hold of another time or service");
    held->is_used = true;
}

// ---- appointments

void booking_model::on(const domain::appointment_booked& body, const domain::event&)
{
    const auto name = title_of(body.appointment);
    must(static_cast<std::size_t>(body.appointment) == appointments_.size() + 1, name, "has not the next id");
    const auto* same = find(body.code);
    must(same == nullptr || same->is_over, name, "has the code of another");
    if (body.hold) {
        use_hold(body);
    }
    const wanted_visit wanted{.service = body.service,
                              .start = body.start,
                              .end = body.end,
                              .by_officer = is_officers(body.channel)};
    const auto rules = rules_at(body.service, body.start);
    check_time(name, wanted, body.hold ? domain::minutes{0} : rules.lead_minutes);
    check_places(name, wanted);
    must(body.procedure || body.end - body.start == rules.slot_minutes, name, "has not the length of a slot");
    must(body.day == domain::business_day(zone_of(settings_), settings_, body.start), name,
         "is of another day than its start");
    appointments_.push_back({.id = body.appointment,
                             .code = body.code,
                             .service = body.service,
                             .hold = body.hold,
                             .day = body.day,
                             .start = body.start,
                             .end = body.end,
                             .is_officers = is_officers(body.channel),
                             .phone = body.phone,
                             .state = appointment_state::booked,
                             .ticket = {}});
    check_phone(appointments_.back());
}

void booking_model::on(const domain::appointment_moved& body, const domain::event& happened)
{
    auto* moved = open_one(body.appointment, "is moved and is not open");
    if (moved == nullptr) {
        return;
    }
    const auto name = title_of(moved->id);
    must(body.from == moved->start, name, "is moved from another time than its own");
    must(body.start != moved->start, name, "is moved to where it was");
    must(body.end - body.start == moved->end - moved->start, name, "is moved and has another length");
    check_closure(*moved, body.closure);
    const wanted_visit wanted{.service = moved->service,
                              .start = body.start,
                              .end = body.end,
                              .by_officer = body.closure || is_officer(happened.actor),
                              .moved = moved->id};
    check_time(name, wanted, rules_at(moved->service, body.start).lead_minutes);
    check_places(name, wanted);
    must(body.day == domain::business_day(zone_of(settings_), settings_, body.start), name,
         "is of another day than its start");
    const bool is_new_day = body.day != moved->day;
    moved->day = body.day;
    moved->start = body.start;
    moved->end = body.end;
    moved->phone = body.phone.value_or(moved->phone);
    if (is_new_day && body.phone && !body.closure) {
        check_phone(*moved);
    }
}

void booking_model::on(const domain::appointment_cancelled& body, const domain::event&)
{
    if (auto* cancelled = open_one(body.appointment, "is cancelled and is not open")) {
        check_closure(*cancelled, body.closure);
        cancelled->state = appointment_state::cancelled;
    }
}

/// api: after the grace time, or when its day is over.
void booking_model::on(const domain::appointment_missed& body, const domain::event& happened)
{
    auto* missed = open_one(body.appointment, "is missed and is not open");
    if (missed == nullptr) {
        return;
    }
    const auto grace = rules_at(missed->service, missed->start).grace_minutes;
    const bool is_late = now_ > missed->start + grace;
    const bool is_over = missed->day < domain::business_day(zone_of(settings_), settings_, now_);
    must(is_late || is_over, title_of(missed->id), "is missed before its grace time is over");
    must(happened.actor == "site", title_of(missed->id), "is called missed by somebody");
    missed->state = appointment_state::no_show;
}

/// A check-in. The ticket itself is the calling model's.
void booking_model::on(const domain::ticket_issued& body, const domain::event&)
{
    if (!body.appointment) {
        return;
    }
    auto* came = find_own(*body.appointment);
    const auto name = title_of(*body.appointment);
    if (came == nullptr) {
        return must(false, name, "is checked in and was never booked");
    }
    must(came->state != appointment_state::checked_in, name, "is checked in a second time");
    must(came->state != appointment_state::cancelled, name, "is checked in and was cancelled");
    must(came->service == body.service, name, "becomes a ticket of another service");
    must(!came->is_over && came->day == body.day, name, "is checked in on another day than its own");
    const auto rules = rules_at(came->service, came->start);
    must(now_ >= came->start - rules.early_minutes, name, "is checked in too early");
    must(body.late == (now_ > came->start + rules.grace_minutes), name,
         body.late ? "counts as late within its grace time" : "is late and does not count as late");
    came->state = appointment_state::checked_in;
    came->ticket = body.ticket;
}

void booking_model::on(const domain::person_shown& body, const domain::event& happened)
{
    must(find(body.appointment) != nullptr, title_of(body.appointment), "is shown and was never booked");
    must(is_officer(happened.actor), title_of(body.appointment),
         "shows its person to one who is not an officer");
}

void booking_model::on(const domain::persons_erased& body, const domain::event&)
{
    const auto today = domain::business_day(zone_of(settings_), settings_, now_);
    must(body.day < today - std::chrono::days{settings_.retention.personal_days},
         "erases persons before their time is over");
    must(std::ranges::count(erased_, body.day) == 0, "erases the persons of a day twice");
    std::vector<domain::appointment_id> of_day;
    for (const auto& each : appointments_) {
        if (each.is_over && each.day == body.day) {
            of_day.push_back(each.id);
        }
    }
    must(std::ranges::is_permutation(of_day, body.appointments),
         "erases others than the persons of that day");
    erased_.push_back(body.day);
}

// ---- closures

void booking_model::on(const domain::slots_closed& body, const domain::event&)
{
    must(static_cast<std::size_t>(body.closure) == closures_.size() + 1, "closes slots under another id");
    must(body.from < body.to, "closes slots for no time");
    must(body.to > now_, "closes slots of the past");
    must(!body.service || !body.counter, "closes slots of a service and a counter at once");
    std::vector<domain::service_code> services;
    if (body.service) {
        services.push_back(*body.service);
    }
    if (body.counter) {
        for (const auto& service : settings_.services) {
            std::vector<domain::counter_code> at;
            for (const auto& counter : settings_.counters) {
                if (std::ranges::count(counter.services, service.code) > 0) {
                    at.push_back(counter.code);
                }
            }
            if (at.size() == 1 && at.front() == *body.counter) {
                services.push_back(service.code);
            }
        }
    }
    must(std::ranges::is_permutation(services, body.services), "closes slots of the wrong services");
    closures_.push_back({.id = body.closure,
                         .from = body.from,
                         .to = body.to,
                         .is_of_all = !body.service && !body.counter,
                         .services = std::move(services)});
}

/// A closure moves and cancels only what lies in its way.
void booking_model::check_closure(const model_appointment& changed,
                                  const std::optional<domain::closure_id>& closure)
{
    if (!closure) {
        return;
    }
    const auto* closed = find_closure(*closure);
    if (closed == nullptr) {
        return must(false, title_of(changed.id), "gives way to a closure that nobody made");
    }
    const bool is_concerned = closed->is_of_all || std::ranges::count(closed->services, changed.service) > 0;
    must(is_concerned && closed->from < changed.end && changed.start < closed->to, title_of(changed.id),
         "gives way to a closure that is not in its way");
}

} // namespace motcua::simulation
