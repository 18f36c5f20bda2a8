// The view of the bookings, which lies over the counter.

#include "counter/console/bookings/flow.hpp"
#include "counter/console/model.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::counter::console {

/// True: the event was for the bookings alone.
bool model::see_bookings(const event& input, moment now)
{
    bookings::flow flow(state_, key_prefix_, now);
    const bool is_theirs = flow.take(input);
    std::ranges::copy(flow.requests(), std::back_inserter(booking_requests_));
    if (flow.has_changed()) {
        ++revision_;
    }
    return is_theirs;
}

/// They are not opened over a question.
std::optional<order> model::on(const bookings::event&, moment now)
{
    return complain("console.answer_first", now);
}

} // namespace motcua::counter::console
