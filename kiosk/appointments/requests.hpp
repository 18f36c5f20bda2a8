#pragma once
// What the kiosk's session asks of the server for appointments.

#include "client/window_session.hpp"
#include "kiosk/model.hpp"

#include <functional>

namespace motcua::kiosk {

/// On the strand of its connection.
class appointment_requests
{
public:
    /// `report` takes the answers, on the strand. `server` and `window` outlive this.
    appointment_requests(client::connection& server, const client::window_session& window,
                         const std::function<void(event)>& report)
        : server_{server}, window_{window}, report_{report}
    {}

    /// Reported is what the effect says: times within limits::slots_answer; a hold or a check-in within
    /// limits::answer; a booking within limits::late_answer, because one that no screen shows is cancelled.
    void perform(const appointment_effect& wanted);

private:
    void perform_one(const find_slots& wanted);
    void perform_one(const hold_slot& wanted);
    void perform_one(const book& wanted);
    void perform_one(const unbook& wanted);
    void perform_one(const check_in& wanted);

    client::connection& server_;
    const client::window_session& window_;
    const std::function<void(event)>& report_;
};

} // namespace motcua::kiosk
