// What the server reports.

#include "counter/console/appointments/flow.hpp"

#include "counter/console/appointments/rules.hpp"

#include <algorithm>
#include <utility>

namespace motcua::counter::console::appointments {

namespace {

std::chrono::local_days day_of(const timestamp& at)
{
    return std::chrono::floor<std::chrono::days>(base::wall_time(at));
}

std::string done_words(deed_kind kind)
{
    switch (kind) {
    case deed_kind::move:
        return "appointments.done.move";
    case deed_kind::cancel:
        return "appointments.done.cancel";
    default:
        return "appointments.done.book";
    }
}

bool is_about_time(const std::string& code)
{
    return code == "slot_full" || code == "hold_expired" || code == "not_a_slot";
}

} // namespace

std::string refusal_words(const deed& wanted, const deed_refused& why)
{
    // With a time that can be had instead.
    if (why.code == "slot_full" || why.code == "hold_expired") {
        return "appointments.refused." + why.code + (why.first_free ? ".next" : "");
    }
    if (why.code == "too_early") {
        return why.opens_at ? "appointments.refused.too_early" : "appointments.refused.not_now";
    }
    if (why.code == "already_checked_in" && !why.number.empty()) {
        return "appointments.refused.already_checked_in";
    }
    if (why.code == "wrong_state" || why.code == "already_checked_in") {
        return "appointments.refused.changed";
    }
    if (why.code == "unknown_appointment" || (why.code == "not_found" && !wanted.code.empty())) {
        return "appointments.refused.unknown";
    }
    if (why.code == "suspended" || why.code == "closed") {
        return "appointments.refused.suspended";
    }
    if (why.code == "wrong_day" || why.code == "too_late" || why.code == "not_a_slot" ||
        why.code == "too_many_bookings" || why.code == "erased") {
        return "appointments.refused." + why.code;
    }
    if (why.field == "phone" || why.field == "name") {
        return "appointments.refused." + why.field;
    }
    return "appointments.refused";
}

void flow::on(const list_came& input)
{
    if (own_.step == step::closed || input.day != own_.day) {
        return;
    }
    own_.all = input.appointments;
    has_changed_ = true;
    if (!std::exchange(own_.is_loaded, true) && own_.chosen.empty()) {
        // Where the day has got to.
        const auto seen = seen_appointments(all_);
        const auto next = std::ranges::find_if(seen, [&](const appointment* one) {
            return one->state == protocol::appointment_state::booked && all_.time &&
                   one->start >= *all_.time - std::chrono::minutes{30};
        });
        own_.chosen = next == seen.end() ? std::string() : (*next)->code;
    }
    if (find_chosen(own_) != nullptr) {
        return;
    }
    own_.chosen.clear();
    const bool is_about_chosen = own_.step == step::appointment || own_.step == step::cancel ||
                                 (own_.step == step::times && !own_.is_new);
    if (is_about_chosen && !own_.awaited) {
        go(step::list);
    }
}

void flow::on(const times_came& input)
{
    if (own_.step != step::times || own_.times_request != input.request) {
        return;
    }
    own_.times = input.times;
    own_.times_are = loading::came;
    has_changed_ = true;
    if (input.request.from != input.request.to && !own_.times.empty()) {
        own_.times_day = day_of(own_.times.front().start);
    }
    const auto seen = times_of_day(own_);
    const auto wanted = std::exchange(own_.wanted_time, std::nullopt);
    const auto at = std::ranges::find_if(
        seen, [&](const free_time& one) { return wanted && one.start.at == wanted->at; });
    own_.row = at == seen.end() ? std::min(own_.row, seen.empty() ? 0 : seen.size() - 1)
                                : static_cast<std::size_t>(at - seen.begin());
}

void flow::on(const times_failed& input)
{
    if (own_.times_request == input.request) {
        own_.times_are = loading::failed;
        has_changed_ = true;
    }
}

void flow::on(const deed_done& input)
{
    const auto wanted = take_awaited(input.key);
    if (!wanted) {
        return;
    }
    put(input.appointment);
    if (wanted->kind == deed_kind::book) {
        forget_form();
        own_.search.clear();
        watch(std::chrono::floor<std::chrono::days>(input.appointment.start));
    }
    own_.chosen = input.appointment.code;
    go(step::list);
    notify({.words = done_words(wanted->kind),
            .since = now_,
            .is_good = true,
            .code = input.appointment.code,
            .time = input.appointment.start});
}

void flow::on(const checked_in& input)
{
    const auto wanted = take_awaited(input.key);
    if (!wanted) {
        return;
    }
    if (const auto* known = find_chosen(own_)) {
        auto changed = *known;
        changed.state = protocol::appointment_state::checked_in;
        changed.number = input.number;
        changed.is_late = input.is_late;
        put(changed);
    }
    go(step::list);
    notify({.words = input.is_late ? "appointments.done.check_in.late" : "appointments.done.check_in",
            .since = now_,
            .is_good = true,
            .code = wanted->code,
            .number = input.number});
}

void flow::on(const place_held& input)
{
    if (!take_awaited(input.key)) {
        return;
    }
    own_.held = input.place;
    own_.field = own_.name.empty() ? field::name : field::phone;
    go(step::form);
}

void flow::on(const person_came& input)
{
    const auto wanted = take_awaited(input.key);
    if (!wanted || own_.step != step::appointment || own_.chosen != wanted->code) {
        return;
    }
    own_.person = shown_person{.name = input.name, .phone = input.phone, .since = now_};
}

void flow::on(const deed_refused& input)
{
    const auto wanted = take_awaited(input.key);
    if (!wanted) {
        return;
    }
    notice shown{
        .words = refusal_words(*wanted, input), .since = now_, .code = wanted->code, .number = input.number};
    if (input.first_free) {
        shown.time = base::wall_time(*input.first_free);
    } else {
        shown.time = input.opens_at ? input.opens_at : input.start;
    }
    notify(std::move(shown));
    if (is_about_time(input.code)) {
        return offer_other_time(*wanted, input);
    }
    if (wanted->kind == deed_kind::book && input.field == "name") {
        own_.field = field::name;
    }
    if (wanted->kind == deed_kind::cancel) {
        go(step::appointment);
    }
}

void flow::on(const deed_unanswered& input)
{
    auto wanted = take_awaited(input.key);
    if (!wanted) {
        return;
    }
    notify({.words = "appointments.unanswered", .since = now_, .code = wanted->code});
    // Looking at a name changes nothing: it is asked for again like any other.
    if (wanted->kind != deed_kind::show_person) {
        own_.unanswered = std::move(wanted);
    }
}

/// The list of free times again, at the one that the server named.
void flow::offer_other_time(const deed& refused, const deed_refused& why)
{
    const auto day = day_of(why.first_free.value_or(refused.start));
    own_.held.reset();
    own_.times_day = day;
    own_.wanted_time = why.first_free;
    go(step::times);
    seek_times(day, day);
}

/// The appointment as it is now, where it is seen.
void flow::put(const appointment& changed)
{
    const auto known = std::ranges::find(own_.all, changed.code, &appointment::code);
    const bool is_of_day = std::chrono::floor<std::chrono::days>(changed.start) == own_.day;
    if (known == own_.all.end()) {
        return; // The list is requested again, and brings it.
    }
    if (is_of_day) {
        *known = changed;
        std::ranges::stable_sort(own_.all, {}, &appointment::start);
    } else {
        own_.all.erase(known);
    }
}

} // namespace motcua::counter::console::appointments
