#pragma once
// Everything that a site can be asked to do, who asks, and why it is refused. Ids and unguessable tokens come
// in with the command. A command stands in the folder of its aggregate, beside the events that follow from
// it.

#include "server/domain/calendar/commands.hpp"
#include "server/domain/counters/commands.hpp"
#include "server/domain/number_blocks/commands.hpp"
#include "server/domain/settings/commands.hpp"
#include "server/domain/tickets/commands.hpp"

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <variant>

namespace motcua::domain {

using command =
    std::variant<configure_site, turn_day, issue_ticket, issue_offline_ticket, call_next, call_ticket,
                 recall_ticket, start_ticket, finish_ticket, mark_no_show, hold_ticket, resume_ticket,
                 transfer_ticket, cancel_ticket, open_counter, pause_counter, close_counter, lease_block>;

/// Who asks, and when. `counter` is the counter that the actor may act for; empty for one who may act for
/// all.
struct context
{
    instant now;
    std::string actor;
    std::optional<counter_code> counter;
    std::optional<std::string> staff;
};

enum class refusal_code
{
    day_not_open,
    unknown_service,
    unknown_counter,
    unknown_ticket,
    unknown_block,
    service_not_at_counter,
    no_services,
    repeated_service,
    service_or_counter,
    number_not_in_block,
    number_taken,
    no_numbers_left,
    out_of_range,
    track_taken,
    wrong_state,
    counter_closed,
    busy,
    not_your_ticket,
    not_your_block,
    not_an_outcome,
    invalid_settings
};
BOOST_DESCRIBE_ENUM(refusal_code, day_not_open, unknown_service, unknown_counter, unknown_ticket,
                    unknown_block, service_not_at_counter, no_services, repeated_service, service_or_counter,
                    number_not_in_block, number_taken, no_numbers_left, out_of_range, track_taken,
                    wrong_state, counter_closed, busy, not_your_ticket, not_your_block, not_an_outcome,
                    invalid_settings)

/// Why a command was refused. `field` names the field of the command that is at fault, if there is one;
/// `state` is the state that did not allow it, for `wrong_state` and `counter_closed`.
struct refusal
{
    refusal_code code;
    std::string field{};
    std::string state{};
};

} // namespace motcua::domain
