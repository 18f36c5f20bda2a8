#pragma once
// What a request asks for, read from its path and body, and whether an event is what it asked for.

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
    release,
    transfer,
    set_note,
    set_priority,
    open,
    pause,
    close,
    call_next,
    call,
    lease,
    issue_offline,
    suspend_intake,
    resume_intake,
    administer, ///< officers and devices
    hold_slot,
    book,
    move_booking,
    cancel_booking,
    check_in,
    close_slots,
    apply_closure,
    give_up, ///< this and the next by the track of a ticket
    postpone,
    come_back,
    change_service,
    rate,
    show_ticket,
    list_tickets,
    show_board,
    show_appointment,
    other ///< nothing that the checks judge
};

/// Views point into the request.
struct request_view
{
    action what = action::other;
    domain::ticket_id ticket{}; ///< of the path
    std::string_view counter;   ///< of the path
    std::string_view service;   ///< of the path
    domain::block_id block{};   ///< of the path
    std::string_view query;
    std::string_view track;       ///< of the path
    std::string_view code;        ///< of the path: of an appointment
    domain::closure_id closure{}; ///< of the path
};

/// `site` is the one whose journal is checked: requests about another are `other`.
request_view read_request(const request& sent, std::string_view site);

inline bool is_change(action what) { return what < action::show_ticket; }

/// Why `happened` is not what `sent` asked for, in the site as it was before; empty when it is.
std::string_view mismatch(const request& sent, const request_view& wanted, const domain::event& happened,
                          const calling_model& before);

} // namespace motcua::simulation
