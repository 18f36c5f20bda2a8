// Booking and check-in together: keys, the scanner, requests without an answer, the way back; and how an
// appointment becomes a ticket.

#include "kiosk/appointments/limits.hpp"
#include "kiosk/limits.hpp"
#include "kiosk/model.hpp"

namespace motcua::kiosk {

model::effects model::on(const appointment_event& input, moment now)
{
    return std::visit([&](const auto& known) { return on(known, now); }, input);
}

std::string model::new_key() { return key_prefix_ + "-" + std::to_string(++requests_); }

model::effects model::on(const tapped_check_in&, moment now)
{
    touched_ = now;
    if (can_choose() || on_screen<not_checked_in>()) {
        show(entering_code{}, now);
    }
    return {};
}

model::effects model::on(const tapped_key& input, moment now)
{
    touched_ = now;
    if (auto* phone = on_screen<entering_phone>();
        phone && '0' <= input.letter && input.letter <= '9' && phone->digits.size() < phone_length) {
        phone->digits += input.letter;
        ++revision_;
    } else if (auto* typing = on_screen<entering_code>()) {
        const auto longer = code_in(typing->code + input.letter);
        if (!longer.empty()) {
            typing->code = longer;
            ++revision_;
        }
    }
    return {};
}

model::effects model::on(const tapped_delete&, moment now)
{
    touched_ = now;
    if (auto* phone = on_screen<entering_phone>(); phone && !phone->digits.empty()) {
        phone->digits.pop_back();
        ++revision_;
    } else if (auto* typing = on_screen<entering_code>(); typing && !typing->code.empty()) {
        typing->code.pop_back();
        ++revision_;
    }
    return {};
}

model::effects model::on(const tapped_confirm&, moment now)
{
    touched_ = now;
    if (const auto* typing = on_screen<entering_code>(); typing && typing->code.size() == code_length) {
        return send_check_in({.key = new_key(), .code = typing->code, .since = now}, now);
    }
    return book_held(now);
}

model::effects model::on(const tapped_retry&, moment now)
{
    touched_ = now;
    if (const auto* sorry = on_screen<not_booked>(); sorry && sorry->unanswered) {
        const auto request = *sorry->unanswered;
        show(booking{request, now}, now);
        return {book{request}};
    }
    if (const auto* sorry = on_screen<not_checked_in>(); sorry && sorry->unanswered) {
        return send_check_in(*sorry->unanswered, now);
    }
    return {};
}

model::effects model::send_check_in(checking_in wanted, moment now)
{
    wanted.since = now;
    show(wanted, now);
    return {check_in{wanted.key, wanted.code}};
}

/// Of a keyboard or a scanner. A scanner's text is an address that ends with the code, or the code and Enter;
/// a keyboard types into the fields.
model::effects model::on(const typed_letter& input, moment now)
{
    constexpr char32_t enter = '\r', line_feed = '\n', backspace = '\b';
    if (input.letter == backspace) {
        return on(tapped_delete{}, now);
    }
    if (scanned_at_ && now >= *scanned_at_ + limits::scanner_pause) {
        scanned_.clear();
    }
    scanned_at_ = now;
    const bool is_end = input.letter == enter || input.letter == line_feed;
    if (!is_end && (input.letter < ' ' || input.letter > '~')) {
        return {};
    }
    if (!is_end && scanned_.size() < limits::scanned_letters) {
        scanned_ += static_cast<char>(input.letter);
    }
    const auto code = code_in(scanned_);
    const bool is_whole = is_end || scanned_.find('#') != std::string::npos;
    const bool can_scan = state_.connected && (std::holds_alternative<at_home>(state_.screen) ||
                                               on_screen<entering_code>() || on_screen<not_checked_in>());
    if (is_whole && code.size() == code_length && can_scan) {
        scanned_.clear();
        touched_ = now;
        return send_check_in({.key = new_key(), .code = code, .since = now}, now);
    }
    if (is_end) {
        scanned_.clear();
        return on(tapped_confirm{}, now);
    }
    if (auto* typing = on_screen<entering_code>(); typing && (input.letter == '/' || input.letter == '#')) {
        typing->code.clear(); // what came before belongs to an address
        ++revision_;
        return {};
    }
    return on(tapped_key{static_cast<char>(input.letter)}, now);
}

model::effects model::on(const checked_in& input, moment now)
{
    const auto* waiting = on_screen<checking_in>();
    const auto* sorry = on_screen<not_checked_in>();
    const bool is_awaited = waiting && waiting->key == input.key;
    const bool is_late = sorry && sorry->unanswered && sorry->unanswered->key == input.key;
    // The ticket of one who has left stays: the same code tells its number.
    if (input.key == shown_key_ || (!is_awaited && !is_late)) {
        return {};
    }
    shown_key_ = input.key;
    show(issued{input.ticket, now}, now);
    update_time(now);
    return {print{slip_of(state_, input.ticket)}};
}

model::effects model::on(const check_in_refused& input, moment now)
{
    const auto* waiting = on_screen<checking_in>();
    if (!waiting || waiting->key != input.key) {
        return {};
    }
    not_checked_in sorry{.why = input.why, .since = now, .time = input.time, .number = input.number};
    if (input.why == check_in_refusal::unanswered) {
        sorry.unanswered = *waiting;
    }
    show(sorry, now);
    return {};
}

/// What the time does to the screens of appointments.
model::effects model::tend_appointments(moment now)
{
    const auto is_over = [now](moment since) { return now >= since + limits::answer; };
    if (const auto* choosing = on_screen<choosing_slot>();
        choosing && !choosing->is_known && is_over(choosing->since)) {
        return on(slots_missing{choosing->service}, now);
    }
    if (const auto* holding = on_screen<holding_slot>(); holding && is_over(holding->since)) {
        return on(booking_refused{holding->key, booking_refusal::unanswered}, now);
    }
    if (const auto* sent = on_screen<booking>(); sent && is_over(sent->since)) {
        return on(booking_refused{sent->request.key, booking_refusal::unanswered}, now);
    }
    if (const auto* waiting = on_screen<checking_in>(); waiting && is_over(waiting->since)) {
        return on(check_in_refused{waiting->key, check_in_refusal::unanswered}, now);
    }
    update_hold(now);
    return look_for_slots(now);
}

model::effects model::leave_appointments(moment now)
{
    if (const auto* typing = on_screen<entering_phone>()) {
        return choose_slot(typing->place.service, now);
    }
    if (const auto* holding = on_screen<holding_slot>()) {
        return choose_slot(holding->service, now);
    }
    if (on_screen<choosing_slot>() && bookable_services(state_).size() > 1) {
        state_.page = 0;
        show(choosing_bookable{}, now);
    } else if (on_screen<choosing_slot>() || on_screen<choosing_bookable>() || on_screen<entering_code>()) {
        show(at_home{}, now);
    }
    return {};
}

/// The citizen has read it.
void model::end_appointments(moment now)
{
    if (on_screen<booked>()) {
        go_home(now);
    } else if (on_screen<not_booked>() || on_screen<not_checked_in>()) {
        show(at_home{}, now);
    }
}

/// A screen of something else forgets what was typed, and leaves the place to expire.
void model::forget_appointments()
{
    held_.reset();
    scanned_.clear();
}

std::optional<moment> model::appointment_leaves_at(const appointment_screen& present) const
{
    if (is_waiting(present)) {
        return std::nullopt;
    }
    if (const auto* done = std::get_if<booked>(&present)) {
        return done->since + limits::shown;
    }
    if (const auto* sorry = std::get_if<not_booked>(&present)) {
        return sorry->since + state_.office.home_after;
    }
    if (const auto* sorry = std::get_if<not_checked_in>(&present)) {
        return sorry->since + state_.office.home_after;
    }
    return touched_ + state_.office.home_after;
}

} // namespace motcua::kiosk
