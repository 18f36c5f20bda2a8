#include "kiosk/wire.hpp"
#include "client/board.hpp"

namespace motcua::kiosk {
namespace {

names named(const std::string& vi, const std::string& en)
{
    names all{{"vi", vi}};
    if (!en.empty()) {
        all.emplace("en", en);
    }
    return all;
}

} // namespace

office_known office_of(const protocol::identity& who) { return {{named(who.site_name, who.site_name_en)}}; }

board_arrived board_of(const protocol::board& board)
{
    board_arrived arrived{{}, base::wall_time(board.time)};
    for (const auto& s : board.services) {
        arrived.services.push_back({s.service, named(s.name, s.name_en), s.waiting,
                                    std::chrono::seconds(s.expected_wait_s),
                                    client::is_served(board, s.service)});
    }
    return arrived;
}

ticket ticket_of(const protocol::ticket& issued)
{
    return {issued.number,
            issued.service,
            boost::describe::enum_to_string(issued.priority, "none"),
            issued.ahead,
            std::chrono::seconds(issued.expected_wait_s),
            base::wall_time(issued.issued_at)};
}

protocol::issue_ticket body_of(const request& r)
{
    protocol::issue_ticket body;
    body.service = protocol::code_text(r.service);
    body.priority = base::enum_named<protocol::priority>(r.priority);
    body.channel = protocol::issue_channel::kiosk;
    body.lang = base::enum_named<protocol::language>(r.language);
    return body;
}

} // namespace motcua::kiosk
