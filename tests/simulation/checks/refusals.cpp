#include "tests/simulation/checks/refusals.hpp"

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

} // namespace

std::string_view problem_code(std::string_view body) { return json_word(body, "code"); }

std::optional<sight> read_refusal(const request& sent, const request_view& wanted, const answered& refusal)
{
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

} // namespace motcua::simulation
