#pragma once
// A site with office hours where times can be booked.

#include "calendar_days.hpp"
#include "test_site.hpp"

#include "server/domain/appointments/slots.hpp"

namespace motcua::domain {

/// Local time in Viet Nam on a day of November 2026; the 23rd is a Monday.
inline instant november(int of_month, minutes since_midnight)
{
    return to_instant(zone_of_vietnam(), day(2026, 11, of_month) + since_midnight);
}

inline site_settings bookable_settings()
{
    auto settings = demo_like_settings();
    settings.hours = usual_week();
    settings.appointments.capacity = 4;
    return settings;
}

inline phone_tag tag_of(int person) { return {static_cast<std::uint8_t>(person), 7}; }

class booking_site : public test_site
{
public:
    explicit booking_site(const site_settings& settings = bookable_settings()) : test_site(settings) {}

    book_appointment wish(instant start, int person = 1, ticket_channel channel = ticket_channel::online)
    {
        ++wishes_;
        return {.codes = {"CODE" + std::to_string(wishes_)},
                .hold = {},
                .service = "A",
                .procedure = {},
                .start = start,
                .length = {},
                .channel = channel,
                .phone = tag_of(person),
                .last_digits = tag_of(1000 + person)};
    }

    /// The booked one.
    const appointment& book(instant start, int person = 1, ticket_channel channel = ticket_channel::online)
    {
        must(wish(start, person, channel));
        return state.appointments().at(appointment_id{state.appointments().last()});
    }

    const appointment& the_booking(const appointment& one) const { return state.appointments().at(one.id); }

    std::vector<slot> slots(int from, int to, bool by_officer = false,
                            std::optional<minutes> length = {}) const
    {
        const auto* service = find_service(state.settings(), "A");
        return slot_book(state, {.service = *service, .length = length, .by_officer = by_officer},
                         zone_of_vietnam(), now)
            .slots(day(2026, 11, from), day(2026, 11, to));
    }

private:
    int wishes_ = 0;
};

} // namespace motcua::domain
