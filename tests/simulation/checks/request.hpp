#pragma once
// What a call asks for, read from its path and body, and whether an event is what it asked for.

#include "tests/simulation/checks/calling_model.hpp"
#include "tests/simulation/checks/ledger.hpp"

namespace motcua::simulation {

enum class action
{
    issue,
    cancel,
    recall,
    start,
    finish,
    no_show,
    hold,
    resume,
    transfer,
    open,
    pause,
    close,
    call_next,
    call,
    lease,
    issue_offline,
    show_ticket,
    list_tickets,
    show_board,
    other ///< nothing that the checks judge
};

/// Views point into the call.
struct request
{
    action what = action::other;
    domain::ticket_id ticket{}; ///< of the path
    std::string_view counter;   ///< of the path
    domain::block_id block{};   ///< of the path
    std::string_view query;
};

/// `site` is the one whose journal is checked: calls about another are `other`.
request read_request(const asked& call, std::string_view site);

inline bool is_change(action what) { return what < action::show_ticket; }

/// Why `happened` is not what `call` asked for, in the hall as it was before; empty when it is.
std::string_view mismatch(const asked& call, const request& wanted, const domain::event& happened,
                          const calling_model& before);

} // namespace motcua::simulation
