#include "server/commands/answer_check.hpp"

#include "base/json.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/views.hpp"

namespace motcua::commands {

namespace {

/// The fields that every answer about a ticket has, among others.
struct answered_ticket
{
    std::string id;
    std::string number;
    std::string service;
};
BOOST_DESCRIBE_STRUCT(answered_ticket, (), (id, number, service))

/// The ticket of the event; null if it has none.
const domain::ticket* ticket_of(const domain::site_state& state, const domain::event& happened)
{
    return std::visit(
        [&](const auto& body) -> const domain::ticket* {
            if constexpr (requires { body.ticket; }) {
                return state.find(body.ticket);
            } else {
                return nullptr;
            }
        },
        happened.body);
}

} // namespace

std::string wrong_in_answer(const std::string& site, const domain::site_state& state,
                            const domain::event& happened, std::string_view body)
{
    const auto* ticket = ticket_of(state, happened);
    if (ticket == nullptr) {
        return "";
    }
    const auto answer = base::from_json<answered_ticket>(body);
    if (!answer) {
        return "is not an answer about a ticket";
    }
    if (answer->id != api::format_ticket_id(site, ticket->id)) {
        return "has another ticket: " + answer->id;
    }
    if (const auto number = domain::format_number(ticket->series, ticket->number); answer->number != number) {
        return "has the number " + answer->number + " instead of " + number;
    }
    if (answer->service != ticket->service) {
        return "has the service " + answer->service + " instead of " + ticket->service;
    }
    return "";
}

} // namespace motcua::commands
