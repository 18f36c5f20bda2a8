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

office_known office_of(const protocol::identity& who)
{
    office known{.name = named(who.site_name, who.site_name_en)};
    if (who.settings) {
        known.priority = who.settings->kiosk.priority;
        known.elderly_age = who.settings->elderly_age;
        known.infant_months = who.settings->infant_months;
        known.home_after = std::chrono::seconds{who.settings->kiosk.home_after_s};
    }
    return {known};
}

board_arrived board_of(const protocol::board& seen)
{
    board_arrived arrived{.time = base::wall_time(seen.time)};
    for (const auto& one : seen.services) {
        arrived.services.push_back({.code = one.service,
                                    .name = named(one.name, one.name_en),
                                    .waiting = one.waiting,
                                    .expected_wait = std::chrono::seconds{one.expected_wait_s.value_or(0)},
                                    .is_served = client::is_served(seen, one.service) && one.expected_wait_s,
                                    .intake = client::intake_of(one)});
    }
    return arrived;
}

ticket ticket_of(const protocol::ticket& issued)
{
    return {.number = issued.number,
            .service = issued.service,
            .priority = boost::describe::enum_to_string(issued.priority, "none"),
            .ahead = issued.ahead,
            .expected_wait = std::chrono::seconds{issued.expected_wait_s.value_or(0)},
            .issued_at = base::wall_time(issued.issued_at),
            .id = issued.id,
            .page = issued.track_url.starts_with("http") ? issued.track_url : std::string{},
            .is_promised = issued.expected_wait_s.has_value()};
}

protocol::issue_ticket body_of(const request& wanted)
{
    return {.service = protocol::code_text(wanted.service),
            .priority = base::enum_named<protocol::priority>(wanted.priority),
            .channel = protocol::issue_channel::kiosk,
            .lang = base::enum_named<protocol::language>(wanted.language)};
}

} // namespace motcua::kiosk
