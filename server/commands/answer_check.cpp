#include "server/commands/answer_check.hpp"

#include "base/json.hpp"
#include "server/api/views.hpp"

namespace motcua::commands {

namespace {

/// What every answer about a ticket says, among more.
struct told_ticket
{
    std::string id;
    std::string number;
    std::string service;
};
BOOST_DESCRIBE_STRUCT(told_ticket, (), (id, number, service))

/// The ticket that `happened` is about; null when it is about none.
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
    const auto told = base::from_json<told_ticket>(body);
    if (!told) {
        return "is no answer about a ticket";
    }
    if (told->id != api::format_ticket_id(site, ticket->id)) {
        return "tells of another ticket: " + told->id;
    }
    if (const auto number = domain::format_number(ticket->series, ticket->number); told->number != number) {
        return "tells the number " + told->number + " for " + number;
    }
    if (told->service != ticket->service) {
        return "tells the service " + told->service + " for " + ticket->service;
    }
    return "";
}

} // namespace motcua::commands
