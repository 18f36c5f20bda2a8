#include "server/api/visit_views.hpp"

#include "base/hex.hpp"

#include "base/numbers.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/views.hpp"
#include "server/reports/csv.hpp"

#include <algorithm>

namespace motcua::api {

namespace {

constexpr std::size_t csv_piece_bytes = 64U << 10U;
constexpr std::size_t csv_text_bytes_max = 64U << 20U;

std::optional<std::int64_t> whole(std::optional<domain::seconds> duration)
{
    return duration ? std::optional<std::int64_t>{duration->count()} : std::nullopt;
}

/// In the local time that the site had when the ticket came.
base::timestamp timestamp(const reports::visit& row, domain::instant at)
{
    return {std::chrono::floor<std::chrono::seconds>(at), row.utc_offset};
}

} // namespace

protocol::visit view_of(const reports::visit& row, const std::string& site)
{
    const auto maybe = [&](std::optional<domain::instant> at) {
        return at ? std::optional{timestamp(row, *at)} : std::nullopt;
    };
    return {.number = row.number,
            .day = {row.day},
            .service = row.service,
            .procedure = row.procedure,
            .channel = same_word<protocol::channel>(row.channel),
            .priority = same_word<protocol::priority>(row.priority),
            .issued_at = timestamp(row, row.issued_at),
            .first_called_at = maybe(row.first_called_at),
            .served_from = maybe(row.served_from),
            .served_to = maybe(row.served_to),
            .counter = row.counter,
            .staff = row.staff,
            .calls = row.calls,
            .wait_s = whole(row.wait),
            .service_s = whole(row.service_time),
            .transfers = row.transfers,
            .outcome = same_word<protocol::outcome>(row.outcome),
            .expected_wait_s = whole(row.expected_wait),
            .rating = {},
            .wait_total_s = row.wait_total.count(),
            .walk_s = whole(row.walk),
            .unreliable = row.unreliable,
            .id = format_ticket_id(site, row.ticket),
            .forecast_state = same_word<protocol::forecast_state>(row.promise_state),
            .expected_from_s = whole(row.expected_from),
            .expected_to_s = whole(row.expected_to)};
}

protocol::tracked_ticket tracked_visit(const reports::visit& row, const std::string& site,
                                       const domain::site_settings& settings, domain::instant now)
{
    const auto* service = domain::find_service(settings, row.service);
    const auto called_at =
        row.first_called_at ? std::optional{timestamp(row, *row.first_called_at)} : std::nullopt;
    return {.number = row.number,
            .service = row.service,
            .service_name = service == nullptr ? row.service : service->name,
            .service_name_en = service == nullptr ? row.service : service->name_en,
            .site = site,
            .site_name = settings.name,
            .site_name_en = settings.name_en,
            .day = {row.day},
            .state = same_word<protocol::ticket_state>(row.state),
            .ahead = 0,
            .expected_call_at = called_at,
            .expected_wait_s = 0,
            .expected_from_s = {},
            .expected_to_s = {},
            .forecast_state = {},
            .opens_at = {},
            .counter = row.counter,
            .issued_at = timestamp(row, row.issued_at),
            .called_at = called_at,
            .held_until = {},
            .calls = row.calls,
            .intake = {},
            .time = timestamp(row, now)};
}

protocol::waits_row view_of(const reports::waits_row& row)
{
    return {.key = row.key,
            .visits = row.visits,
            .served = row.served,
            .no_show = row.no_show,
            .cancelled = row.cancelled,
            .unreliable = row.unreliable,
            .wait_mean_s = whole(row.wait_mean),
            .wait_p50_s = whole(row.wait_p50),
            .wait_p90_s = whole(row.wait_p90),
            .wait_p95_s = whole(row.wait_p95),
            .wait_max_s = whole(row.wait_max),
            .service_mean_s = whole(row.service_mean),
            .service_p90_s = whole(row.service_p90),
            .within_target = row.within_target,
            .target_s = whole(row.target)};
}

std::string format_cursor(const reports::visit_position& position)
{
    return std::to_string(position.day.time_since_epoch().count()) + "." +
           std::to_string(static_cast<std::int64_t>(position.ticket));
}

std::optional<reports::visit_position> parse_visit_cursor(std::string_view text)
{
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) {
        return std::nullopt;
    }
    const auto day = base::read_number(text.substr(0, dot));
    const auto ticket = base::read_number(text.substr(dot + 1));
    if (!day || !ticket) {
        return std::nullopt;
    }
    const reports::visit_position position{domain::local_day{std::chrono::days{static_cast<int>(*day)}},
                                           domain::ticket_id{*ticket}};
    // One spelling only; this also refuses a day that is too large for the calendar.
    return format_cursor(position) == text ? std::optional{position} : std::nullopt;
}

std::string format_cursor(const std::string& key)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(key.data());
    return base::to_hex({bytes, key.size()});
}

std::optional<std::string> parse_key_cursor(std::string_view text)
{
    std::string key(text.size() / 2, '\0');
    auto* bytes = reinterpret_cast<std::uint8_t*>(key.data());
    // One spelling only.
    if (key.empty() || !base::read_hex(text, {bytes, key.size()}) || format_cursor(key) != text) {
        return std::nullopt;
    }
    return key;
}

reports::result<protocol::visit_list> list_visits(const log_source& source,
                                                  const reports::visit_filter& filter,
                                                  const std::optional<reports::visit_position>& after,
                                                  std::size_t limit)
{
    auto log = reports::log_reader::open(source.database, source.site);
    if (!log) {
        return log.error();
    }
    // One more row shows whether another page follows.
    const auto rows = log->read(filter, after, limit + 1);
    if (!rows) {
        return rows.error();
    }
    protocol::visit_list page;
    for (std::size_t index = 0; index < std::min(limit, rows->size()); ++index) {
        page.items.push_back(view_of((*rows)[index], source.site));
    }
    if (rows->size() > limit) {
        page.next_cursor = format_cursor(reports::position_of((*rows)[limit - 1]));
    }
    return page;
}

reports::result<protocol::waits_report> report_waits(const log_source& source,
                                                     const reports::waits_query& query,
                                                     const std::optional<std::string>& after,
                                                     std::size_t limit)
{
    auto log = reports::log_reader::open(source.database, source.site);
    if (!log) {
        return log.error();
    }
    const auto rows = reports::waits(*log, query);
    if (!rows) {
        return rows.error();
    }
    protocol::waits_report page;
    for (const auto& row : *rows) {
        if (after && !reports::key_before(after, row.key)) {
            continue;
        }
        if (page.items.size() == limit) {
            // Only the last key can be null, and no page follows it.
            page.next_cursor = format_cursor(*page.items.back().key);
            break;
        }
        page.items.push_back(view_of(row));
    }
    return page;
}

reports::result<void> write_visits_csv(const log_source& source, const reports::visit_filter& filter,
                                       const csv_sink& out)
{
    auto log = reports::log_reader::open(source.database, source.site);
    if (!log) {
        return log.error();
    }
    std::string piece;
    reports::write_csv_header<protocol::visit>(piece);
    const auto written = log->each(filter, [&](const reports::visit& row) -> reports::result<void> {
        reports::write_csv_row(piece, view_of(row, source.site));
        if (piece.size() < csv_piece_bytes) {
            return {};
        }
        auto accepted = out(piece);
        piece.clear();
        return accepted;
    });
    return written ? out(piece) : written;
}

reports::result<std::string> visits_csv(const log_source& source, const reports::visit_filter& filter)
{
    std::string text;
    const auto written =
        write_visits_csv(source, filter, [&](std::string_view piece) -> reports::result<void> {
            if (text.size() + piece.size() > csv_text_bytes_max) {
                return reports::report_error{reports::fault::too_much, "more visits than one file may hold"};
            }
            text += piece;
            return {};
        });
    if (!written) {
        return written.error();
    }
    return text;
}

} // namespace motcua::api
