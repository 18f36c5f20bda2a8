#include "server/commands/export_visits.hpp"

#include "server/api/visit_views.hpp"
#include "server/commands/commands.hpp"
#include "server/journal/acceptance.hpp"
#include "server/journal/present_form.hpp"
#include "server/journal/stored_settings.hpp"

namespace motcua::commands {

void export_visits(const visits_export& visits, std::ostream& out)
{
    // Without its settings there is no such database, or no such site in it.
    if (const auto settings = journal::read_settings(visits.database, visits.site); !settings) {
        throw failure(settings.error().detail);
    }
    // A start of the server gives older rows what a report reads of them.
    if (const auto present = journal::require_present_form(visits.database, visits.site); !present) {
        throw failure(present.error().detail);
    }
    const auto write = [&](std::string_view piece) -> reports::result<void> {
        if (!out.write(piece.data(), static_cast<std::streamsize>(piece.size())).flush()) {
            return reports::report_error{reports::fault::failed, "the output accepts no more bytes"};
        }
        return {};
    };
    const auto database = journal::name_for_reading(journal::real_path(visits.database));
    const api::log_source source{database, visits.site};
    const reports::visit_filter days{.from = visits.from, .to = visits.to};
    if (const auto written = api::write_visits_csv(source, days, write); !written) {
        throw failure(written.error().detail);
    }
}

} // namespace motcua::commands
