// An appointment is booked: the service, the time, the place that is held, the phone number.

#include "kiosk/appointments/limits.hpp"
#include "kiosk/model.hpp"

#include <algorithm>

namespace motcua::kiosk {

std::vector<std::string> bookable_services(const state& state)
{
    std::vector<std::string> codes;
    for (const auto& each : state.services) {
        const auto known = state.slots.find(each.code);
        if (known != state.slots.end() && !known->second.empty()) {
            codes.push_back(each.code);
        }
    }
    return codes;
}

const std::vector<slot>& slots_of(const state& state, std::string_view service)
{
    static const std::vector<slot> none;
    const auto known = state.slots.find(service);
    return known == state.slots.end() ? none : known->second;
}

model::effects model::on(const tapped_book&, moment now)
{
    touched_ = now;
    if (!can_choose()) {
        return {};
    }
    const auto codes = bookable_services(state_);
    if (codes.size() == 1) {
        return choose_slot(codes.front(), now);
    }
    state_.page = 0;
    show(choosing_bookable{}, now);
    return {};
}

model::effects model::on(const tapped_bookable& input, moment now)
{
    touched_ = now;
    const bool can_book = can_choose() || std::holds_alternative<refused>(state_.screen) ||
                          on_screen<choosing_bookable>() || on_screen<not_booked>();
    return can_book ? choose_slot(input.service, now) : effects();
}

/// Shows the times of a service as soon as the server has told them.
model::effects model::choose_slot(std::string service, moment now) // a copy: see show_phone
{
    const auto time = clock_.at(now);
    if (!time || !find_service(state_.services, service)) {
        return {};
    }
    const auto today = std::chrono::floor<std::chrono::days>(*time);
    const auto kept = std::move(held_); // showing another time gives no place up
    show(choosing_slot{.service = service, .since = now, .week = week_of(today), .day = today}, now);
    held_ = kept;
    return {find_slots{service, today, today + limits::slot_days - std::chrono::days{1}}};
}

model::effects model::on(const slots_arrived& input, moment now)
{
    state_.slots[input.service] = input.slots;
    look_again_[input.service] = now + limits::slots_age;
    finding_.reset();
    ++revision_;
    auto* choosing = on_screen<choosing_slot>();
    if (!choosing || choosing->service != input.service) {
        return {};
    }
    if (input.slots.empty()) {
        show(not_booked{.why = booking_refusal::not_bookable, .service = input.service, .since = now}, now);
    } else if (!choosing->is_known) {
        const auto* free = first_free(input.slots);
        choosing->is_known = true;
        choosing->day = day_of((free ? *free : input.slots.front()).start);
        choosing->week = week_of(choosing->day);
        changed_ = now; // the targets appear only now
    }
    return {};
}

model::effects model::on(const slots_missing& input, moment now)
{
    look_again_[input.service] = now + limits::slots_pause;
    finding_.reset();
    const auto* choosing = on_screen<choosing_slot>();
    if (choosing && choosing->service == input.service && !choosing->is_known) {
        show(not_booked{.why = booking_refusal::unanswered, .service = input.service, .since = now}, now);
    }
    return {};
}

model::effects model::on(const tapped_week& input, moment now)
{
    touched_ = now;
    if (auto* choosing = on_screen<choosing_slot>()) {
        choosing->week = input.monday;
        ++revision_;
    }
    return {};
}

model::effects model::on(const tapped_day& input, moment now)
{
    touched_ = now;
    if (auto* choosing = on_screen<choosing_slot>()) {
        choosing->day = input.day;
        choosing->page = 0;
        ++revision_;
    }
    return {};
}

model::effects model::on(const tapped_times& input, moment now)
{
    touched_ = now;
    if (auto* choosing = on_screen<choosing_slot>()) {
        choosing->page = input.page;
        ++revision_;
    }
    return {};
}

model::effects model::on(const tapped_slot& input, moment now)
{
    touched_ = now;
    if (!state_.connected || !(on_screen<choosing_slot>() || on_screen<not_booked>())) {
        return {};
    }
    if (held_ && held_->service == input.service && held_->start == input.start && !is_expired(*held_, now)) {
        show_phone(*held_, now);
        return {};
    }
    const hold_slot wanted{new_key(), input.service, input.start};
    show(holding_slot{wanted.key, wanted.service, wanted.start, now}, now);
    return {wanted};
}

model::effects model::on(const slot_held& input, moment now)
{
    const auto* waiting = on_screen<holding_slot>();
    if (waiting && waiting->key == input.key) { // one that nobody waits for expires by itself
        touched_ = now;
        show_phone(input.place, now);
    }
    return {};
}

/// Asks for the phone number while `place` is kept.
void model::show_phone(held_slot place, moment now) // a copy: the next screen forgets the one that is shown
{
    show(entering_phone{.place = place}, now);
    held_ = std::move(place);
    update_hold(now);
}

bool model::is_expired(const held_slot& place, moment now) const
{
    const auto time = clock_.at(now);
    return time && *time >= base::wall_time(place.expires_at);
}

/// The place is kept only for a time, which is shown near its end.
void model::update_hold(moment now)
{
    auto* typing = on_screen<entering_phone>();
    const auto time = clock_.at(now);
    if (!typing || !time) {
        return;
    }
    const auto left = base::wall_time(typing->place.expires_at) - *time;
    if (left <= std::chrono::seconds{0}) {
        return not_held(booking_refusal::expired, typing->place.service, typing->place.start, {}, now);
    }
    if (typing->left != left && left < limits::hold_shown) {
        ++revision_;
    }
    typing->left = left;
}

/// Says why `start` is not booked, and which time is free instead: the one that the server names in `next`,
/// or else one of its list.
void model::not_held(booking_refusal why, const std::string& service, const base::timestamp& start,
                     std::optional<base::timestamp> next, moment now)
{
    auto& list = state_.slots[service];
    if (why == booking_refusal::full || why == booking_refusal::not_bookable) {
        for (auto& each : list) {
            if (each.start == start) {
                each.free = 0;
            }
        }
    }
    const bool can_be_booked = why != booking_refusal::suspended && why != booking_refusal::other &&
                               why != booking_refusal::unanswered;
    if (!next && can_be_booked) {
        const bool other_day = why == booking_refusal::too_many;
        const auto* free = first_free(list, other_day ? std::optional{day_of(start)} : std::nullopt);
        next = free ? std::optional{free->start} : std::nullopt;
    }
    show(not_booked{.why = why, .service = std::string(service), .since = now, .next = next}, now);
}

model::effects model::on(const booking_refused& input, moment now)
{
    if (const auto* holding = on_screen<holding_slot>(); holding && holding->key == input.key) {
        const auto waiting = *holding;
        not_held(input.why, waiting.service, waiting.start, input.next, now);
    } else if (const auto* sent = on_screen<booking>(); sent && sent->request.key == input.key) {
        const auto request = sent->request;
        not_held(input.why, request.place.service, request.place.start, input.next, now);
        if (input.why == booking_refusal::unanswered) {
            on_screen<not_booked>()->unanswered = request;
        }
    }
    return {};
}

/// The number is complete.
model::effects model::book_held(moment now)
{
    const auto* typing = on_screen<entering_phone>();
    if (!typing || !is_phone(typing->digits)) {
        return {};
    }
    const booking_request request{new_key(), typing->place, typing->digits, state_.language};
    show(booking{request, now}, now);
    return {book{request}};
}

model::effects model::on(const appointment_booked& input, moment now)
{
    if (input.key == shown_booking_key_) {
        return {}; // its request was sent twice
    }
    const auto* sent = on_screen<booking>();
    const auto* sorry = on_screen<not_booked>();
    const bool is_awaited = sent && sent->request.key == input.key;
    const bool is_late = sorry && sorry->unanswered && sorry->unanswered->key == input.key;
    if (!is_awaited && !is_late) {
        return {unbook{input.appointment.code, input.digits}};
    }
    shown_booking_key_ = input.key;
    for (auto& each : state_.slots[input.appointment.service]) {
        if (base::wall_time(each.start) == input.appointment.start && each.free > 0) {
            --each.free;
        }
    }
    show(booked{input.appointment, now}, now);
    update_time(now);
    return {};
}

/// Asks which services can be booked, one after the other, while the kiosk has nothing else to do.
model::effects model::look_for_slots(moment now)
{
    const auto time = clock_.at(now);
    if (finding_ && now < *finding_ + 2 * limits::slots_answer) {
        return {};
    }
    if (!time || !state_.connected || !std::holds_alternative<at_home>(state_.screen)) {
        return {};
    }
    for (const auto& each : state_.services) {
        const auto known = look_again_.find(each.code);
        if (known == look_again_.end() || now >= known->second) {
            finding_ = now;
            const auto today = std::chrono::floor<std::chrono::days>(*time);
            return {find_slots{each.code, today, today + limits::slot_days_looked_at}};
        }
    }
    return {};
}

} // namespace motcua::kiosk
