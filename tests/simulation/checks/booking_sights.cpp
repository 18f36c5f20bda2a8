#include "tests/simulation/checks/booking_sights.hpp"

#include "base/timestamp.hpp"

#include <boost/describe/enum_to_string.hpp>

namespace motcua::simulation {

namespace {

template <class Enum>
std::string_view word(Enum value)
{
    return boost::describe::enum_to_string(value, "");
}

} // namespace

std::string_view objection(const appointment_sight& seen, const calling_model& model)
{
    const auto* truth = model.bookings().find(seen.code);
    if (truth == nullptr) {
        return "there is no such appointment";
    }
    if (seen.service != truth->service) {
        return "the appointment is for another service";
    }
    // Shown in whole seconds.
    const auto start = base::parse_timestamp(seen.start);
    if (!start || start->at != std::chrono::floor<std::chrono::seconds>(truth->start)) {
        return "the appointment begins at another time";
    }
    if (seen.state != word(truth->state)) {
        return "the appointment is in another state";
    }
    const auto* ticket = truth->ticket ? model.find(*truth->ticket) : nullptr;
    const bool has_another = ticket != nullptr && !seen.number.empty() && ticket->number != seen.number;
    return has_another ? "the appointment became another ticket" : "";
}

std::string_view objection(const tracked_sight& seen, const calling_model& model)
{
    const auto* truth = model.find_track(seen.track);
    if (truth == nullptr) {
        return "the ticket is not one of that day";
    }
    if (seen.number != truth->number) {
        return "the ticket has another number";
    }
    if (seen.service != truth->service) {
        return "the ticket is for another service";
    }
    return seen.state == word(truth->state) ? "" : "the ticket is in another state";
}

std::string_view objection(const appointment_in_state& seen, const calling_model& model)
{
    const auto* truth = model.bookings().find(seen.code);
    if (truth == nullptr) {
        return "there is no such appointment";
    }
    return seen.state == word(truth->state) ? "" : "the appointment is in another state";
}

std::string_view objection(const tracked_in_state& seen, const calling_model& model)
{
    const auto* truth = model.find_track(seen.track);
    if (truth == nullptr) {
        return "the ticket is not one of that day";
    }
    return seen.state == word(truth->state) ? "" : "the ticket is in another state";
}

std::string_view objection(const slot_is_full& seen, const calling_model& model)
{
    const domain::service_code service(seen.service);
    const auto length = model.bookings().rules_at(service, seen.start).slot_minutes;
    const wanted_visit wanted{
        .service = service, .start = seen.start, .end = seen.start + length, .by_officer = seen.by_officer};
    return model.bookings().has_place(wanted) ? "a place is free" : "";
}

std::string_view objection(const closure_is_applied& seen, const calling_model& model)
{
    return model.bookings().count_affected(seen.closure) == 0 ? ""
                                                              : "an appointment is still in the way of it";
}

appointment_sight read_appointment(json_scan& scan)
{
    appointment_sight seen;
    scan.members([&](std::string_view name) {
        if (name == "code") {
            seen.code = scan.text();
        } else if (name == "service") {
            seen.service = scan.text();
        } else if (name == "start") {
            seen.start = scan.text();
        } else if (name == "state") {
            seen.state = scan.text();
        } else if (name == "number") {
            seen.number = scan.text();
        } else {
            scan.skip();
        }
    });
    return seen;
}

tracked_sight read_tracked(json_scan& scan, std::string_view track)
{
    tracked_sight seen;
    seen.track = track;
    scan.members([&](std::string_view name) {
        if (name == "number") {
            seen.number = scan.text();
        } else if (name == "service") {
            seen.service = scan.text();
        } else if (name == "state") {
            seen.state = scan.text();
        } else {
            scan.skip();
        }
    });
    return seen;
}

} // namespace motcua::simulation
