#pragma once
// The wait-time log in the words of the interface: its rows as messages and CSV, its pages and their cursors.

#include "protocol/visits.hpp"
#include "server/reports/waits.hpp"

namespace motcua::api {

/// The name and clock that a site's log is shown with.
struct log_place
{
    /// Path of the SQLite database.
    std::string database;
    std::string site;
    domain::minutes utc_offset{};
};

protocol::visit view_of(const reports::visit& row, domain::minutes utc_offset);
protocol::waits_row view_of(const reports::waits_row& row);

/// Where a page of visits ended, as an opaque text.
std::string format_cursor(const reports::visit_position& position);
/// None when `text` was not made by format_cursor.
std::optional<reports::visit_position> parse_visit_cursor(std::string_view text);

/// A key of the report as an opaque text that a URL takes as it is.
std::string format_cursor(const std::string& key);
/// None when `text` was not made by format_cursor.
std::optional<std::string> parse_key_cursor(std::string_view text);

// The rest waits for the disk and reads for longer than a millisecond: it belongs on the pool. Each call
// opens a connection of its own.

/// At most `limit` visits behind `after`; the next cursor is null where no more follow.
reports::result<protocol::visit_list> list_visits(const log_place& place, const reports::visit_filter& wanted,
                                                  const std::optional<reports::visit_position>& after,
                                                  std::size_t limit);

/// At most `limit` rows of the report, those behind the key `after`.
reports::result<protocol::waits_report> report_waits(const log_place& place,
                                                     const reports::waits_query& wanted,
                                                     const std::optional<std::string>& after,
                                                     std::size_t limit);

/// Takes a piece of a file; an error ends the writing.
using csv_sink = std::function<reports::result<void>(std::string_view)>;

/// Gives `out` all visits that `wanted` asks for as CSV, header first, in pieces of about 64 KiB.
reports::result<void> write_visits_csv(const log_place& place, const reports::visit_filter& wanted,
                                       const csv_sink& out);

/// The same as one text; more than 64 MiB of it (three years of a busy hall) are `too_much`.
reports::result<std::string> visits_csv(const log_place& place, const reports::visit_filter& wanted);

} // namespace motcua::api
