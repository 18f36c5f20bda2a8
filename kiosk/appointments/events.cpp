#include "kiosk/appointments/events.hpp"

#include "base/overloaded.hpp"

namespace motcua::kiosk {

bool is_of_finger(const appointment_event& happened)
{
    return std::visit(
        base::overloaded{
            [](const typed_letter&) { return false; }, [](const slots_arrived&) { return false; },
            [](const slots_missing&) { return false; }, [](const slot_held&) { return false; },
            [](const booking_refused&) { return false; }, [](const appointment_booked&) { return false; },
            [](const checked_in&) { return false; }, [](const check_in_refused&) { return false; },
            [](const auto&) { return true; }},
        happened);
}

} // namespace motcua::kiosk
