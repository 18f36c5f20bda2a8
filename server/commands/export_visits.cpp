#include "server/commands/export_visits.hpp"

#include "server/api/visit_views.hpp"
#include "server/commands/commands.hpp"
#include "server/journal/acceptance.hpp"
#include "server/journal/stored_settings.hpp"
#include "server/office/time_zones.hpp"

namespace motcua::commands {

namespace {

domain::minutes offset_of(const domain::site_settings& settings)
{
    const auto zone = office::find_time_zone(settings.time_zone);
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    return domain::offset_at(zone ? *zone : domain::zone_of_vietnam(), now);
}

} // namespace

void export_visits(const visits_export& visits, std::ostream& out)
{
    const auto settings = journal::read_settings(visits.database, visits.site);
    if (!settings) {
        throw failure(settings.error().detail);
    }
    const auto write = [&](std::string_view piece) -> reports::result<void> {
        if (!out.write(piece.data(), static_cast<std::streamsize>(piece.size())).flush()) {
            return reports::report_error{reports::fault::failed, "the output accepts no more bytes"};
        }
        return {};
    };
    const auto database = journal::name_for_reading(journal::real_path(visits.database));
    const api::log_place place{database, visits.site, offset_of(*settings)};
    const reports::visit_filter days{.from = visits.from, .to = visits.to};
    if (const auto written = api::write_visits_csv(place, days, write); !written) {
        throw failure(written.error().detail);
    }
}

} // namespace motcua::commands
