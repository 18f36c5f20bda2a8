#include "kiosk/wire.hpp"

#include <charconv>

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

/// "07:30", from midnight.
std::optional<std::chrono::minutes> time_of_day(std::string_view text)
{
    int hours = 0, minutes = 0;
    const auto* middle = text.data() + text.find(':');
    const auto* end = text.data() + text.size();
    if (text.size() != 5 || text[2] != ':' || std::from_chars(text.data(), middle, hours).ptr != middle ||
        std::from_chars(middle + 1, end, minutes).ptr != end) {
        return std::nullopt;
    }
    return std::chrono::hours{hours} + std::chrono::minutes{minutes};
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
        known.public_url = who.settings->public_url.value_or("");
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
                                    .forecast = client::forecast_of(one),
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
            .forecast = client::forecast_of(issued),
            .issued_at = base::wall_time(issued.issued_at),
            .id = issued.id,
            .page = issued.track_url.starts_with("http") ? issued.track_url : std::string{}};
}

opening_hours hours_of(const protocol::calendar_day& day)
{
    opening_hours known{.day = day.day.date};
    for (const auto& span : day.hours) {
        const auto from = span.empty() ? std::nullopt : time_of_day(span.front());
        const auto to = span.empty() ? std::nullopt : time_of_day(span.back());
        if (from && to) {
            known.spans.push_back({*from, *to});
        }
    }
    return known;
}

protocol::issue_ticket body_of(const request& wanted)
{
    return {.service = protocol::code_text(wanted.service),
            .priority = base::enum_named<protocol::priority>(wanted.priority),
            .channel = protocol::issue_channel::kiosk,
            .lang = base::enum_named<protocol::language>(wanted.language)};
}

} // namespace motcua::kiosk
