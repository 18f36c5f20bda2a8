#pragma once
// What an answer or a message says of the site at one moment, and whether the model agrees. Views point into
// the text.

#include "tests/simulation/checks/booking_sights.hpp"
#include "tests/simulation/checks/calling_model.hpp"
#include "tests/simulation/checks/json_scan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace motcua::simulation {

/// A ticket as an answer, a list or a message shows it.
struct ticket_sight
{
    domain::ticket_id id{};
    std::string_view id_text; ///< "hall-12"
    std::string_view number;
    std::string_view service;
    std::string_view state;
    std::string_view counter; ///< empty: none
    int calls = 0;
    std::optional<int> transfers;                 ///< only staff see them
    std::optional<std::string_view> reserved_for; ///< the same
    std::optional<bool> has_note;                 ///< the same
    std::optional<std::string_view> note;         ///< of one ticket that is shown alone; empty: none
    bool is_for_counter = false;                  ///< the one who sees it may read notes
};

/// The list of today's tickets, or its first page.
struct list_sight
{
    std::string_view state;   ///< only those; empty: all
    std::string_view service; ///< the same
    std::vector<ticket_sight> items;
    bool is_whole = false; ///< there is no page after it
};

/// A counter as an answer, the board or a message shows it.
struct counter_sight
{
    std::string_view code;
    std::string_view state;
    std::string_view number; ///< of the ticket called or in service; empty: none
    std::vector<std::string_view> services;
    std::string_view until;     ///< while it is paused: when its officer is to be back
    std::string_view paused_at; ///< and since when it is
};

struct board_sight
{
    struct call
    {
        std::string_view number;
        std::string_view counter;
        std::string_view service;
    };
    struct queue
    {
        std::string_view service;
        int waiting = 0;
    };
    std::int64_t seq = 0;
    std::vector<call> calling;
    std::vector<queue> services;
    std::vector<counter_sight> counters;
};

/// Nobody waits for a counter, which is open and free.
struct nobody_waits
{
    std::string_view counter;
};

/// A counter has a ticket called or in service.
struct counter_busy
{
    std::string_view counter;
};

/// A counter is closed, or (where only an open one will do) paused.
struct counter_not_open
{
    std::string_view counter;
    bool may_pause = false;
};

/// The same of the counter that holds a ticket.
struct holder_in_the_way
{
    domain::ticket_id ticket{};
    bool is_busy = false; ///< else closed
};

struct ticket_in_state
{
    domain::ticket_id ticket{};
    std::string_view state;
};

/// It is not one of today's.
struct ticket_unknown
{
    domain::ticket_id ticket{};
};

/// The kiosk `kiosk` did not take it, or took it too long ago for giving it back; `at_any_time`: the time
/// does not matter.
struct ticket_not_taken_here
{
    domain::ticket_id ticket{};
    std::string_view kiosk;
    bool at_any_time{};
};

/// Another counter than `counter` has it, or is the only one that may call it.
struct ticket_of_another
{
    domain::ticket_id ticket{};
    std::string_view counter;
};

using sight = std::variant<ticket_sight, list_sight, counter_sight, board_sight, nobody_waits, counter_busy,
                           counter_not_open, holder_in_the_way, ticket_in_state, ticket_unknown,
                           ticket_of_another, ticket_not_taken_here, appointment_sight, tracked_sight,
                           appointment_in_state, tracked_in_state, slot_is_full, closure_is_applied>;

/// Why `seen` is not what the site is now; empty when it is.
std::string_view objection(const sight& seen, const calling_model& model);
std::string_view objection(const ticket_sight& seen, const calling_model& model);
std::string_view objection(const counter_sight& seen, const calling_model& model);
std::string_view objection(const board_sight& seen, const calling_model& model);

/// The same of the services in the answer to a change of the intake.
std::string_view objection_to_services(std::string_view body, const calling_model& model);

ticket_sight read_ticket(json_scan& scan);
counter_sight read_counter(json_scan& scan);
board_sight read_board(json_scan& scan);
/// `query` is that of the request: "state=waiting&limit=20".
list_sight read_list(json_scan& scan, std::string_view query);

/// What the consoles of a run note on the ticket with this id: so a note shows whose it is.
std::string note_on(std::string_view id);

/// 12 for "hall-12"; 0 for what is not an id.
domain::ticket_id read_ticket_id(std::string_view text);

/// The value of `name` in a query; empty when it is not there. Percent-encoding stays as it is.
std::string_view query_value(std::string_view query, std::string_view name);

} // namespace motcua::simulation
