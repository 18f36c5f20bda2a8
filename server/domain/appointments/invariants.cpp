#include "server/domain/appointments/invariants.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace motcua::domain {

namespace {

bool is_of_no_service(const site_state& state, const service_code& service)
{
    return find_service(state.settings(), service) == nullptr;
}

std::string why_not_open(const site_state& state, appointment_id id, const char* what)
{
    const auto* found = state.appointments().find(id);
    return found != nullptr && found->state == appointment_state::booked ? "" : what;
}

void check_ticket(findings& found, const site_state& state, const appointment& one)
{
    const auto subject = name_of(one.id);
    found.must((one.state == appointment_state::checked_in) == one.ticket.has_value(), subject,
               "is checked in without a ticket, or has one and is not");
    const auto* ticket = one.ticket ? state.find(*one.ticket) : nullptr;
    found.must(ticket == nullptr || ticket->appointment == one.id, subject, "has the ticket of another");
}

} // namespace

void check_appointments(findings& found, const site_state& state)
{
    const auto& list = state.appointments();
    std::set<appointment_code> codes;
    std::set<hold_id> holds;
    std::map<std::pair<local_day, phone_tag>, int> counts;
    for (const auto& entry : list.all()) {
        const auto id = entry.first;
        const auto& one = entry.second;
        const auto subject = name_of(id);
        found.must(one.id == id && static_cast<std::int64_t>(id) <= list.last(), subject,
                   "has an id that was never given");
        found.must(codes.insert(one.code).second && list.find(one.code) == &one, subject,
                   "is not found by its code");
        found.must(one.start < one.end, subject, "takes no time");
        found.must(!state.day() || one.day >= *state.day(), subject, "is of a day that is over");
        found.must(!one.hold || holds.insert(*one.hold).second, subject, "used the hold of another");
        check_ticket(found, state, one);
        if (takes_place(one)) {
            ++counts[{one.day, one.phone}];
        }
        bool is_listed = false;
        list.visit_taken(one.service, one.start, one.start + instant::duration{1},
                         [&](const appointment& each) { is_listed = is_listed || each.id == id; });
        found.must(is_listed == takes_place(one), subject, "takes a place that is not counted, or none");
    }
    for (const auto& [key, count] : counts) {
        found.must(list.count_of(key.second, key.first) == count, "a phone number",
                   "has another number of appointments than are counted");
    }
    for (const auto& hold : list.holds()) {
        found.must(holds.insert(hold.id).second, "a hold", "is there twice, or was used");
    }
}

std::string why_not(const site_state& state, const slot_held& body)
{
    if (is_of_no_service(state, body.service)) {
        return "holds a slot of a service that the site does not have";
    }
    if (body.end <= body.start) {
        return "holds a slot without time";
    }
    return state.appointments().find_hold(body.hold) == nullptr ? "" : "holds a slot twice";
}

std::string why_not(const site_state& state, const slot_hold_expired& body)
{
    return state.appointments().find_hold(body.hold) != nullptr ? "" : "ends a hold that is not there";
}

std::string why_not(const site_state& state, const appointment_booked& body)
{
    const auto& list = state.appointments();
    if (static_cast<std::int64_t>(body.appointment) != list.last() + 1) {
        return "books an appointment whose id does not follow the last one";
    }
    if (is_of_no_service(state, body.service)) {
        return "books a service that the site does not have";
    }
    if (body.end <= body.start) {
        return "books a visit without time";
    }
    if (body.hold && list.find_hold(*body.hold) == nullptr) {
        return "uses a hold that is not there";
    }
    return list.find(body.code) == nullptr ? "" : "books under the code of another appointment";
}

std::string why_not(const site_state& state, const appointment_moved& body)
{
    if (body.end <= body.start) {
        return "moves a visit to no time";
    }
    if (auto why = why_not_open(state, body.appointment, "moves an appointment that is not open");
        !why.empty()) {
        return why;
    }
    return state.appointments().at(body.appointment).start == body.from ? "" : "moves from another time";
}

std::string why_not(const site_state& state, const appointment_cancelled& body)
{
    return why_not_open(state, body.appointment, "cancels an appointment that is not open");
}

std::string why_not(const site_state& state, const appointment_missed& body)
{
    return why_not_open(state, body.appointment, "misses an appointment that is not open");
}

std::string why_not(const site_state& state, const slots_closed& body)
{
    if (static_cast<std::int64_t>(body.closure) != state.appointments().last_closure() + 1) {
        return "closes slots under an id that does not follow the last one";
    }
    return body.from < body.to ? "" : "closes slots for no time";
}

std::string why_not(const site_state& state, const person_shown& body)
{
    const auto number = static_cast<std::int64_t>(body.appointment);
    return number >= 1 && number <= state.appointments().last()
               ? ""
               : "shows the person of an appointment that never was";
}

std::string why_not(const site_state& state, const persons_erased& body)
{
    const auto& kept = state.appointments().persons_kept();
    const auto found = std::ranges::find(kept, body.day, &persons_of_day::day);
    return found != kept.end() && found->appointments == body.appointments
               ? ""
               : "erases the persons of a day that keeps none, or others";
}

std::string why_not_checked_in(const site_state& state, appointment_id id, const service_code& service)
{
    const auto* found = state.appointments().find(id);
    if (found == nullptr || found->service != service) {
        return "checks in an appointment that is not there, or of another service";
    }
    return found->state == appointment_state::booked || found->state == appointment_state::no_show
               ? ""
               : "checks in an appointment that is not awaited";
}

} // namespace motcua::domain
