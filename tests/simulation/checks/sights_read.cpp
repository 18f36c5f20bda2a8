// Sights as they are read from JSON.

#include "tests/simulation/checks/json_scan.hpp"
#include "tests/simulation/checks/sights.hpp"

namespace motcua::simulation {

domain::ticket_id read_ticket_id(std::string_view text)
{
    const auto dash = text.rfind('-');
    return domain::ticket_id{dash == text.npos ? 0 : json_number(text.substr(dash + 1))};
}

ticket_sight read_ticket(json_scan& scan)
{
    ticket_sight seen;
    scan.members([&](std::string_view name) {
        if (name == "id") {
            seen.id_text = scan.text();
            seen.id = read_ticket_id(seen.id_text);
        } else if (name == "number") {
            seen.number = scan.text();
        } else if (name == "service") {
            seen.service = scan.text();
        } else if (name == "state") {
            seen.state = scan.text();
        } else if (name == "counter") {
            seen.counter = scan.text();
        } else if (name == "calls") {
            seen.calls = static_cast<int>(scan.number());
        } else if (name == "transfers") {
            seen.transfers = static_cast<int>(scan.number());
        } else if (name == "reserved_for") {
            seen.reserved_for = scan.text();
        } else if (name == "has_note") {
            seen.has_note = scan.raw() == "true";
        } else if (name == "note") {
            seen.note = scan.text();
        } else if (name == "history") {
            scan.stop(); // long, and the last
        } else {
            scan.skip();
        }
    });
    return seen;
}

counter_sight read_counter(json_scan& scan)
{
    counter_sight seen;
    scan.members([&](std::string_view name) {
        if (name == "counter") {
            seen.code = scan.text();
        } else if (name == "state") {
            seen.state = scan.text();
        } else if (name == "number") {
            seen.number = scan.text();
        } else if (name == "until") {
            seen.until = scan.text();
        } else if (name == "paused_at") {
            seen.paused_at = scan.text();
        } else if (name == "services") {
            scan.items([&] { seen.services.push_back(scan.text()); });
        } else {
            scan.skip();
        }
    });
    return seen;
}

namespace {

board_sight::call read_call(json_scan& scan)
{
    board_sight::call seen;
    scan.members([&](std::string_view name) {
        if (name == "number") {
            seen.number = scan.text();
        } else if (name == "counter") {
            seen.counter = scan.text();
        } else if (name == "service") {
            seen.service = scan.text();
        } else {
            scan.skip();
        }
    });
    return seen;
}

board_sight::queue read_queue(json_scan& scan)
{
    board_sight::queue seen;
    scan.members([&](std::string_view name) {
        if (name == "service") {
            seen.service = scan.text();
        } else if (name == "waiting") {
            seen.waiting = static_cast<int>(scan.number());
        } else {
            scan.skip();
        }
    });
    return seen;
}

} // namespace

board_sight read_board(json_scan& scan)
{
    board_sight seen;
    scan.members([&](std::string_view name) {
        if (name == "calling") {
            scan.items([&] { seen.calling.push_back(read_call(scan)); });
        } else if (name == "services") {
            scan.items([&] { seen.services.push_back(read_queue(scan)); });
        } else if (name == "counters") {
            scan.items([&] { seen.counters.push_back(read_counter(scan)); });
        } else if (name == "seq") {
            seen.seq = scan.number();
        } else {
            scan.skip();
        }
    });
    return seen;
}

list_sight read_list(json_scan& scan, std::string_view query)
{
    list_sight seen{
        .state = query_value(query, "state"), .service = query_value(query, "service"), .items = {}};
    scan.members([&](std::string_view name) {
        if (name == "items") {
            scan.items([&] { seen.items.push_back(read_ticket(scan)); });
        } else if (name == "next_cursor") {
            seen.is_whole = scan.text().empty();
        } else {
            scan.skip();
        }
    });
    return seen;
}

std::string_view query_value(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (pair.starts_with(name) && pair.size() > name.size() && pair[name.size()] == '=') {
            return pair.substr(name.size() + 1);
        }
    }
    return {};
}

} // namespace motcua::simulation
