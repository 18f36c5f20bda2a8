#include "server/api/appointment_views.hpp"

#include "server/api/views.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace motcua::api {

namespace {

base::timestamp timestamp(domain::instant at, std::chrono::minutes offset)
{
    return {std::chrono::floor<std::chrono::seconds>(at), offset};
}

std::optional<std::int64_t> number_of(const std::optional<domain::closure_id>& closure)
{
    return closure ? std::optional{static_cast<std::int64_t>(*closure)} : std::nullopt;
}

/// What both kinds have in common.
template <class Shown>
protocol::appointment common_view(const std::string& site, const domain::site_settings& settings,
                                  const Shown& shown, std::chrono::minutes offset, domain::instant now)
{
    const auto* service = domain::find_service(settings, shown.service);
    return {.code = shown.code,
            .site = site,
            .site_name = settings.name,
            .site_name_en = settings.name_en,
            .service = shown.service,
            .service_name = service == nullptr ? shown.service : service->name,
            .service_name_en = service == nullptr ? shown.service : service->name_en,
            .procedure = shown.procedure,
            .day = {shown.day},
            .start = timestamp(shown.start, offset),
            .end = timestamp(shown.end, offset),
            .state = same_word<protocol::appointment_state>(shown.state),
            .channel = same_word<protocol::channel>(shown.channel),
            .booked_at = timestamp(shown.booked_at, offset),
            .changes = shown.changes,
            .check_in_from = {},
            .on_time_until = {},
            .number = {},
            .late = shown.late,
            .closure = number_of(shown.closure),
            .time = timestamp(now, offset)};
}

/// RFC 5545, 3.3.11: commas, semicolons, backslashes and line breaks are escaped.
std::string calendar_text(std::string_view text)
{
    std::string escaped;
    for (const auto byte : text) {
        if (byte == '\n') {
            escaped += "\\n";
            continue;
        }
        if (byte == ',' || byte == ';' || byte == '\\') {
            escaped += '\\';
        }
        escaped += byte;
    }
    return escaped;
}

/// RFC 5545, 3.1: a line has at most 75 bytes; a longer one goes on behind a space. No character is cut.
void add_line(std::string& out, std::string_view line)
{
    constexpr std::size_t most = 75;
    std::size_t room = most;
    while (line.size() > room) {
        auto cut = room;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) {
            --cut;
        }
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = most - 1;
    }
    out.append(line).append("\r\n");
}

std::string calendar_time(const base::timestamp& at) { return fmt::format("{:%Y%m%dT%H%M%SZ}", at.at); }

} // namespace

protocol::appointment appointment_view(const std::string& site, const domain::site_state& state,
                                       const domain::appointment& shown, domain::instant now)
{
    const auto& settings = state.settings();
    const auto offset = state.utc_offset();
    auto message = common_view(site, settings, shown, offset, now);
    const auto* service = domain::find_service(settings, shown.service);
    const bool has_own = service != nullptr && service->appointments;
    const auto& rules = has_own ? *service->appointments : settings.appointments;
    message.check_in_from = timestamp(shown.start - rules.early_minutes, offset);
    message.on_time_until = timestamp(shown.start + rules.grace_minutes, offset);
    const auto* ticket = shown.ticket ? state.find(*shown.ticket) : nullptr;
    if (ticket != nullptr) {
        message.number = domain::format_number(ticket->series, ticket->number);
    }
    return message;
}

protocol::appointment appointment_view(const std::string& site, const domain::site_settings& settings,
                                       const reports::appointment& shown, std::chrono::minutes offset,
                                       domain::instant now)
{
    return common_view(site, settings, shown, offset, now);
}

protocol::closure closure_head(const domain::site_state& state, const domain::closure& shown)
{
    const auto offset = state.utc_offset();
    return {.id = static_cast<std::int64_t>(shown.id),
            .from = timestamp(shown.from, offset),
            .to = timestamp(shown.to, offset),
            .service = shown.service,
            .counter = shown.counter,
            .reason = shown.reason,
            .bookings = {}};
}

protocol::closure closure_view(const domain::site_state& state, const domain::closure& shown,
                               const domain::time_zone& zone, domain::instant now)
{
    const auto offset = state.utc_offset();
    auto message = closure_head(state, shown);
    for (const auto& each : domain::proposals_for(state, shown, zone, now)) {
        const auto& one = state.appointments().at(each.appointment);
        auto& added = message.bookings.emplace_back();
        added.code = one.code;
        added.service = one.service;
        added.start = timestamp(one.start, offset);
        if (each.to) {
            added.proposal = protocol::proposed_time{timestamp(each.to->start, offset)};
        }
    }
    return message;
}

std::string calendar_file(const protocol::appointment& shown, std::string_view url)
{
    const bool is_cancelled = shown.state == protocol::appointment_state::cancelled;
    std::string out;
    add_line(out, "BEGIN:VCALENDAR");
    add_line(out, "VERSION:2.0");
    add_line(out, "PRODID:-//Motcua//Motcua//VI");
    add_line(out, is_cancelled ? "METHOD:CANCEL" : "METHOD:PUBLISH");
    add_line(out, "BEGIN:VEVENT");
    add_line(out, fmt::format("UID:{}-{}@motcua", shown.code, shown.site));
    add_line(out, fmt::format("SEQUENCE:{}", shown.changes));
    add_line(out, "DTSTAMP:" + calendar_time(shown.time));
    add_line(out, "DTSTART:" + calendar_time(shown.start));
    add_line(out, "DTEND:" + calendar_time(shown.end));
    add_line(out, is_cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    add_line(out, "SUMMARY:" + calendar_text(shown.service_name));
    add_line(out, "LOCATION:" + calendar_text(shown.site_name));
    add_line(out, "DESCRIPTION:" + calendar_text("Mã lịch hẹn: " + shown.code));
    if (!url.empty()) {
        add_line(out, "URL:" + std::string(url));
    }
    add_line(out, "END:VEVENT");
    add_line(out, "END:VCALENDAR");
    return out;
}

} // namespace motcua::api
