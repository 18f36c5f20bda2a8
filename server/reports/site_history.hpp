#pragma once
// The versions of a site's settings and its audit, read from the database beside the running server. Each
// function opens a connection of its own and may wait for the disk.

#include "server/domain/types.hpp"
#include "server/reports/report_error.hpp"
#include "server/tables/site_rows.hpp"

#include <optional>
#include <string>
#include <vector>

namespace motcua::reports {

using settings_version = tables::settings_row;
using audit_entry = tables::audit_row;

/// At most `limit` versions, the newest first: those before version `before`, or the newest of all.
result<std::vector<settings_version>> read_settings_versions(const std::string& database,
                                                             const std::string& site,
                                                             std::optional<int> before, std::size_t limit);

/// One version; none where there is none of that number.
result<std::optional<settings_version>> find_settings_version(const std::string& database,
                                                              const std::string& site, int version);

struct audit_filter
{
    /// `from` is included, `to` is not.
    domain::instant from;
    domain::instant to;
};

/// At most `limit` entries that `wanted` asks for, in the order of their events, behind event `after`.
result<std::vector<audit_entry>> read_audit(const std::string& database, const std::string& site,
                                            const audit_filter& wanted, std::int64_t after,
                                            std::size_t limit);

} // namespace motcua::reports
