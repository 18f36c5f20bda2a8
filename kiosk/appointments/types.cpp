#include "kiosk/appointments/types.hpp"

#include <algorithm>

namespace motcua::kiosk {

booking_refusal booking_refusal_of(std::string_view code)
{
    if (code == "slot_full") {
        return booking_refusal::full;
    }
    if (code == "hold_expired") {
        return booking_refusal::expired;
    }
    if (code == "too_many_bookings") {
        return booking_refusal::too_many;
    }
    if (code == "not_a_slot" || code == "unknown_service") {
        return booking_refusal::not_bookable;
    }
    return code == "suspended" ? booking_refusal::suspended : booking_refusal::other;
}

check_in_refusal check_in_refusal_of(std::string_view code)
{
    if (code == "too_early") {
        return check_in_refusal::too_early;
    }
    if (code == "wrong_day") {
        return check_in_refusal::wrong_day;
    }
    if (code == "already_checked_in") {
        return check_in_refusal::already;
    }
    if (code == "too_late") {
        return check_in_refusal::too_late;
    }
    if (code == "not_found" || code == "unknown_appointment") {
        return check_in_refusal::unknown;
    }
    if (code == "wrong_state") {
        return check_in_refusal::cancelled; // of the states in the way the others have codes of their own
    }
    return code == "suspended" ? check_in_refusal::suspended : check_in_refusal::other;
}

bool is_phone(std::string_view digits)
{
    return digits.size() == phone_length && digits.front() == '0' &&
           digits.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string grouped_phone(std::string_view digits)
{
    std::string shown;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == 4 || i == 7) {
            shown += ' ';
        }
        shown += digits[i];
    }
    return shown;
}

std::string code_in(std::string_view text)
{
    if (const auto mark = text.rfind('#'); mark != std::string_view::npos) {
        text.remove_prefix(mark + 1);
    }
    std::string code;
    for (const char letter : text) {
        if (letter == ' ' || letter == '-') {
            continue;
        }
        const auto capital = 'a' <= letter && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        if (code_letters.find(capital) == std::string_view::npos || code.size() == code_length) {
            return {};
        }
        code += capital;
    }
    return code;
}

std::chrono::local_days week_of(std::chrono::local_days day)
{
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

std::chrono::local_days day_of(const base::timestamp& at)
{
    return std::chrono::floor<std::chrono::days>(base::wall_time(at));
}

const slot* first_free(const std::vector<slot>& slots, const std::optional<std::chrono::local_days>& but_not)
{
    const auto found = std::ranges::find_if(
        slots, [&](const slot& each) { return each.free > 0 && day_of(each.start) != but_not; });
    return found == slots.end() ? nullptr : &*found;
}

std::vector<slot> slots_on(const std::vector<slot>& slots, std::chrono::local_days day)
{
    std::vector<slot> found;
    std::ranges::copy_if(slots, std::back_inserter(found),
                         [&](const slot& each) { return day_of(each.start) == day; });
    return found;
}

} // namespace motcua::kiosk
