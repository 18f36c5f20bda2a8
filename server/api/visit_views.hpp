#pragma once
// The wait-time log in the words of the interface: rows as messages and CSV, pages and their cursors.

#include "protocol/track.hpp"
#include "protocol/visits.hpp"
#include "server/api/log_source.hpp"
#include "server/domain/settings/settings.hpp"
#include "server/reports/waits.hpp"

#include <functional>

namespace motcua::api {

/// A visit at `site`, in the local time that it had when the ticket came.
protocol::visit view_of(const reports::visit& row, const std::string& site);
protocol::waits_row view_of(const reports::waits_row& row);

/// A visit of an earlier day at the site with these settings, as its holder sees it at `now`.
protocol::tracked_ticket tracked_visit(const reports::visit& row, const std::string& site,
                                       const domain::site_settings& settings, domain::instant now);

/// The end of a page of visits as an opaque text.
std::string format_cursor(const reports::visit_position& position);
/// None for a text that format_cursor did not write.
std::optional<reports::visit_position> parse_visit_cursor(std::string_view text);

/// A key of the report as an opaque text that needs no escape in a URL.
std::string format_cursor(const std::string& key);
/// None for a text that format_cursor did not write.
std::optional<std::string> parse_key_cursor(std::string_view text);

// The rest waits for the disk and takes longer than a millisecond: it runs on the pool. Each function opens a
// connection of its own.

/// At most `limit` visits behind `after`; the next cursor is null on the last page.
reports::result<protocol::visit_list> list_visits(const log_source& source,
                                                  const reports::visit_filter& filter,
                                                  const std::optional<reports::visit_position>& after,
                                                  std::size_t limit);

/// At most `limit` rows of the report, those behind the key `after`.
reports::result<protocol::waits_report> report_waits(const log_source& source,
                                                     const reports::waits_query& query,
                                                     const std::optional<std::string>& after,
                                                     std::size_t limit);

/// Takes a piece of a file; an error ends the writing.
using csv_sink = std::function<reports::result<void>(std::string_view)>;

/// Writes all visits of `filter` to `out` as CSV, header first, in pieces of about 64 KiB.
reports::result<void> write_visits_csv(const log_source& source, const reports::visit_filter& filter,
                                       const csv_sink& out);

/// The same as one text; more than 64 MiB (three years of a busy site) are `too_much`.
reports::result<std::string> visits_csv(const log_source& source, const reports::visit_filter& filter);

} // namespace motcua::api
