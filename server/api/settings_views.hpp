#pragma once
// The settings of a site in the words of the interface: as a message, as its schema, and what changed between
// two versions of them.

#include "protocol/settings.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/settings/settings.hpp"
#include "server/domain/site_state.hpp"
#include "server/reports/site_history.hpp"

namespace motcua::api {

/// The settings as they are stored, with their version, as JSON.
std::string settings_body(const domain::site_state& state);

/// The ETag of that version of the settings.
std::string settings_etag(int version);

/// What `body`, settings in full or in part, makes of `present`: keys that it leaves out stay as they are,
/// lists are replaced as a whole, and `version` is ignored.
base::parsed<domain::site_settings> settings_over(domain::site_settings present, std::string_view body);

/// The schema of the settings with their version. Each key has its description: in English, and in Vietnamese
/// as `x-description-vi`.
boost::json::object settings_schema();

/// The same where every key may be left out.
boost::json::object settings_change_schema();

/// One version as an item of the history; `before` is the version before it, empty for the first.
protocol::settings_history_item history_item(const reports::settings_version& set,
                                             const reports::settings_version* before,
                                             const domain::time_zone& zone);

} // namespace motcua::api
