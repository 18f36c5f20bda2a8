#include "tests/simulation/checks/refusals.hpp"

#include "tests/simulation/checks/booking_request.hpp"
#include "tests/simulation/checks/json_scan.hpp"

namespace motcua::simulation {

namespace {

bool is_about_ticket(action what)
{
    return what == action::show_ticket || (action::cancel <= what && what <= action::set_priority);
}

domain::ticket_id ticket_of(const request& sent, const request_view& wanted)
{
    return wanted.what == action::call ? read_ticket_id(json_word(sent.body, "ticket")) : wanted.ticket;
}

bool is_about_appointment(action what) { return action::move_booking <= what && what <= action::check_in; }

/// Of appointments, and of the holder of a ticket. None where that says nothing that is judged.
std::optional<sight> read_booking_refusal(const request& sent, const request_view& wanted,
                                          const answered& refusal)
{
    const auto code = problem_code(refusal.body);
    const auto state = json_word(refusal.body, "state");
    if (code == "wrong_state" && is_of_holder(wanted.what)) {
        return tracked_in_state{wanted.track, state};
    }
    if (code == "wrong_state" && is_about_appointment(wanted.what)) {
        return appointment_in_state{wanted.code, state};
    }
    if (code == "already_checked_in") {
        return appointment_in_state{wanted.code, "checked_in"};
    }
    const bool takes_new_place = wanted.what == action::hold_slot ||
                                 (wanted.what == action::book && json_word(sent.body, "hold").empty());
    const auto start = json_moment(sent.body, "start");
    if (code == "slot_full" && takes_new_place && start) {
        const auto service = wanted.what == action::book ? json_word(sent.body, "service") : wanted.service;
        const bool by_officer = booking_channel(sent.actor) == domain::ticket_channel::staff;
        return slot_is_full{service, *start, by_officer};
    }
    return std::nullopt;
}

} // namespace

std::string_view problem_code(std::string_view body) { return json_word(body, "code"); }

std::optional<sight> read_refusal(const request& sent, const request_view& wanted, const answered& refusal)
{
    if (is_of_booking(wanted.what)) {
        return read_booking_refusal(sent, wanted, refusal);
    }
    const auto code = problem_code(refusal.body);
    const bool resumes = wanted.what == action::resume;
    if (code == "busy") {
        return resumes ? sight{holder_in_the_way{wanted.ticket, true}} : sight{counter_busy{wanted.counter}};
    }
    if (code == "counter_closed") {
        return resumes ? sight{holder_in_the_way{wanted.ticket, false}}
                       : sight{counter_not_open{wanted.counter, wanted.what == action::pause}};
    }
    const auto ticket = ticket_of(sent, wanted);
    if (code == "wrong_state") {
        return ticket_in_state{ticket, json_word(refusal.body, "state")};
    }
    if (code == "not_your_ticket" && wanted.what == action::cancel && sent.actor.starts_with("kiosk")) {
        return ticket_not_taken_here{ticket, sent.actor, !json_word(sent.body, "reason").empty()};
    }
    if (code == "not_your_ticket") {
        const auto counter = wanted.what == action::call ? wanted.counter : std::string_view(sent.acts_for);
        return ticket_of_another{ticket, counter};
    }
    if (code == "unknown_ticket" || (code == "not_found" && is_about_ticket(wanted.what))) {
        return ticket_unknown{ticket};
    }
    return std::nullopt;
}

std::optional<sight> read_unchanged(const request& sent, const request_view& wanted, const answered& given)
{
    json_scan body(given.body);
    switch (wanted.what) {
    case action::book:
        // A hold that was used before gives its appointment once more.
        return json_word(sent.body, "hold").empty() ? std::nullopt
                                                    : std::optional<sight>{read_appointment(body)};
    case action::move_booking:
        return read_appointment(body);
    case action::apply_closure:
        return closure_is_applied{wanted.closure};
    case action::change_service:
        return read_tracked(body, wanted.track);
    default:
        return std::nullopt;
    }
}

} // namespace motcua::simulation
