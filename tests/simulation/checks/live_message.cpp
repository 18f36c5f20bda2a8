#include "tests/simulation/checks/live_message.hpp"

namespace motcua::simulation {

namespace {

template <class Body>
constexpr std::string_view type_of{};
template <>
constexpr std::string_view type_of<domain::day_opened> = "day_opened";
template <>
constexpr std::string_view type_of<domain::ticket_issued> = "ticket_issued";
template <>
constexpr std::string_view type_of<domain::ticket_called> = "ticket_called";
template <>
constexpr std::string_view type_of<domain::ticket_recalled> = "ticket_recalled";
template <>
constexpr std::string_view type_of<domain::ticket_started> = "ticket_started";
template <>
constexpr std::string_view type_of<domain::ticket_finished> = "ticket_finished";
template <>
constexpr std::string_view type_of<domain::ticket_no_show> = "ticket_no_show";
template <>
constexpr std::string_view type_of<domain::ticket_held> = "ticket_held";
template <>
constexpr std::string_view type_of<domain::ticket_resumed> = "ticket_resumed";
template <>
constexpr std::string_view type_of<domain::ticket_released> = "ticket_released";
template <>
constexpr std::string_view type_of<domain::ticket_transferred> = "ticket_transferred";
template <>
constexpr std::string_view type_of<domain::ticket_cancelled> = "ticket_cancelled";
template <>
constexpr std::string_view type_of<domain::ticket_priority_set> = "ticket_priority_set";
template <>
constexpr std::string_view type_of<domain::ticket_note_set> = "ticket_note_set";
template <>
constexpr std::string_view type_of<domain::ticket_closed> = "ticket_closed";
template <>
constexpr std::string_view type_of<domain::ticket_logged> = "ticket_logged";
template <>
constexpr std::string_view type_of<domain::counter_opened> = "counter_opened";
template <>
constexpr std::string_view type_of<domain::counter_paused> = "counter_paused";
template <>
constexpr std::string_view type_of<domain::counter_closed> = "counter_closed";
template <>
constexpr std::string_view type_of<domain::intake_suspended> = "intake_suspended";
template <>
constexpr std::string_view type_of<domain::intake_resumed> = "intake_resumed";
template <>
constexpr std::string_view type_of<domain::ticket_postponed> = "ticket_postponed";
// A check-in has a ticket, which has a message of its own.
template <>
constexpr std::string_view type_of<domain::appointment_booked> = "appointments_changed";
template <>
constexpr std::string_view type_of<domain::appointment_moved> = "appointments_changed";
template <>
constexpr std::string_view type_of<domain::appointment_cancelled> = "appointments_changed";
template <>
constexpr std::string_view type_of<domain::appointment_missed> = "appointments_changed";

} // namespace

std::string_view message_type(const domain::event& happened)
{
    return std::visit([]<class Body>(const Body&) { return type_of<Body>; }, happened.body);
}

live_message read_live_message(std::string_view text)
{
    live_message read;
    json_scan scan(text);
    scan.members([&](std::string_view name) {
        if (name == "type") {
            read.type = scan.text();
        } else if (name == "seq") {
            read.seq = scan.number();
        } else if (name == "prev") {
            read.prev = scan.number();
        } else if (name == "counter") {
            read.counter = scan.text();
        } else if (name == "ticket") {
            read.shown = read_ticket(scan);
        } else if (name == "status") {
            read.shown = read_counter(scan);
        } else if (name == "board") {
            read.shown = read_board(scan);
        } else {
            scan.skip();
        }
    });
    return read;
}

} // namespace motcua::simulation
