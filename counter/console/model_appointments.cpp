// The view of the appointments, which lies over the counter.

#include "counter/console/appointments/flow.hpp"
#include "counter/console/model.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::counter::console {

/// True: the event was for the appointments alone.
bool model::see_appointments(const event& input, moment now)
{
    appointments::flow flow(state_, key_prefix_, now);
    const bool is_theirs = flow.take(input);
    std::ranges::copy(flow.requests(), std::back_inserter(appointment_requests_));
    if (flow.has_changed()) {
        ++revision_;
    }
    return is_theirs;
}

/// They are not opened over a question.
std::optional<order> model::on(const appointments::event&, moment now)
{
    return complain("console.answer_first", now);
}

} // namespace motcua::counter::console
