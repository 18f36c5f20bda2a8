// What each event does to the appointments. Every `on` first requires what must hold before: decide() refuses
// the command otherwise, and broken_step() the event of a stored journal.

#include "base/require.hpp"
#include "server/domain/appointments/appointment_list.hpp"
#include "server/domain/events.hpp"

#include <algorithm>

namespace motcua::domain {

using base::require;

void appointment_list::on(const slot_held& body)
{
    require(find_hold(body.hold) == nullptr, "a hold is new");
    require(body.start < body.end, "a held visit takes time");
    holds_.push_back({.id = body.hold,
                      .service = body.service,
                      .start = body.start,
                      .end = body.end,
                      .channel = body.channel,
                      .expires_at = body.expires_at});
}

void appointment_list::on(const slot_hold_expired& body)
{
    require(find_hold(body.hold) != nullptr, "a hold expires once");
    std::erase_if(holds_, [&](const slot_hold& each) { return each.id == body.hold; });
}

void appointment_list::on(const appointment_booked& body, const event& happened)
{
    require(static_cast<std::int64_t>(body.appointment) == last_ + 1, "appointment ids follow each other");
    require(find(body.code) == nullptr, "no other appointment has its code");
    require(body.start < body.end, "a booked visit takes time");
    last_ = static_cast<std::int64_t>(body.appointment);
    if (body.hold) {
        std::erase_if(holds_, [&](const slot_hold& each) { return each.id == *body.hold; });
    }
    const auto added = all_.emplace(body.appointment, appointment{.id = body.appointment,
                                                                  .code = body.code,
                                                                  .service = body.service,
                                                                  .procedure = body.procedure,
                                                                  .day = body.day,
                                                                  .start = body.start,
                                                                  .end = body.end,
                                                                  .channel = body.channel,
                                                                  .lang = body.lang,
                                                                  .phone = body.phone,
                                                                  .last_digits = body.last_digits,
                                                                  .hold = body.hold,
                                                                  .state = appointment_state::booked,
                                                                  .booked_at = happened.at});
    by_code_.emplace(body.code, body.appointment);
    take_place(added.first->second);
}

void appointment_list::on(const appointment_moved& body)
{
    auto& moved = edit(body.appointment);
    require(moved.state == appointment_state::booked, "an appointment that is moved is open");
    free_place(moved);
    moved.day = body.day;
    moved.start = body.start;
    moved.end = body.end;
    if (body.phone) {
        moved.phone = *body.phone;
    }
    moved.closure = body.closure;
    ++moved.changes;
    take_place(moved);
}

void appointment_list::on(const appointment_cancelled& body)
{
    auto& cancelled = edit(body.appointment);
    require(cancelled.state == appointment_state::booked, "an appointment that is cancelled is open");
    free_place(cancelled);
    cancelled.state = appointment_state::cancelled;
    cancelled.closure = body.closure;
    ++cancelled.changes;
}

void appointment_list::on(const appointment_missed& body)
{
    auto& missed = edit(body.appointment);
    require(missed.state == appointment_state::booked, "who has come is not missed");
    free_place(missed);
    missed.state = appointment_state::no_show;
}

void appointment_list::on(const slots_closed& body)
{
    require(static_cast<std::int64_t>(body.closure) == last_closure_ + 1, "closure ids follow each other");
    last_closure_ = static_cast<std::int64_t>(body.closure);
    closures_.push_back({.id = body.closure,
                         .from = body.from,
                         .to = body.to,
                         .service = body.service,
                         .counter = body.counter,
                         .services = body.services,
                         .reason = body.reason});
}

void appointment_list::on(const ticket_issued& body)
{
    if (!body.appointment) {
        return;
    }
    auto& came = edit(*body.appointment);
    require(came.state == appointment_state::booked || came.state == appointment_state::no_show,
            "an appointment becomes one ticket");
    if (came.state == appointment_state::no_show) {
        take_place(came);
    }
    came.state = appointment_state::checked_in;
    came.ticket = body.ticket;
    came.late = body.late;
}

void appointment_list::on(const day_opened& body, const event& happened)
{
    for (auto each = all_.begin(); each != all_.end();) {
        const auto next = std::next(each);
        if (each->second.day < body.day) {
            keep_person(each->second);
            forget(each);
        }
        each = next;
    }
    std::erase_if(closures_, [&](const closure& each) { return each.to <= happened.at; });
}

void appointment_list::on(const persons_erased& body)
{
    const auto erased =
        std::erase_if(persons_, [&](const persons_of_day& each) { return each.day == body.day; });
    require(erased == 1, "persons are erased once, a day at a time");
}

appointment& appointment_list::edit(appointment_id id)
{
    const auto found = all_.find(id);
    require(found != all_.end(), "an appointment that changes is of today or later");
    return found->second;
}

void appointment_list::take_place(const appointment& one)
{
    by_time_[one.service].emplace(one.start, one.id);
    ++by_phone_[{one.day, one.phone}];
}

void appointment_list::free_place(const appointment& one)
{
    const auto removed = by_time_[one.service].erase({one.start, one.id});
    require(removed == 1, "a place is freed once");
    const auto counted = by_phone_.find({one.day, one.phone});
    require(counted != by_phone_.end() && counted->second > 0, "a place is counted for its phone number");
    if (--counted->second == 0) {
        by_phone_.erase(counted);
    }
}

void appointment_list::keep_person(const appointment& ended)
{
    auto place = std::ranges::lower_bound(persons_, ended.day, {}, &persons_of_day::day);
    if (place == persons_.end() || place->day != ended.day) {
        place = persons_.insert(place, {.day = ended.day, .appointments = {}});
    }
    place->appointments.push_back(ended.id);
}

void appointment_list::forget(std::map<appointment_id, appointment>::iterator gone)
{
    if (takes_place(gone->second)) {
        free_place(gone->second);
    }
    by_code_.erase(gone->second.code);
    all_.erase(gone);
}

} // namespace motcua::domain
