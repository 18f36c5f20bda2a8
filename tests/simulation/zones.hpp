#pragma once
// The time zones of simulated sites: those without a database, and one whose summer time begins in the run.

#include "base/numbers.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/settings/settings.hpp"

#include <stdexcept>

namespace motcua::simulation {

inline constexpr std::string_view summer = "Summer/";

/// "Summer/SECONDS": the hour between the offsets +07:00 and +08:00 is skipped at that second of the system
/// clock.
inline std::string summer_from(domain::instant at)
{
    return std::string(summer) +
           std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

inline std::optional<domain::time_zone> find_zone(const std::string& name)
{
    if (!name.starts_with(summer)) {
        return domain::find_lone_zone(name);
    }
    const auto since = base::read_number(std::string_view(name).substr(summer.size()));
    if (!since) {
        return std::nullopt;
    }
    return domain::time_zone{
        .name = name,
        .first_offset = domain::minutes{420},
        .transitions = {{domain::instant{std::chrono::seconds{*since}}, domain::minutes{480}}}};
}

/// The zone that the settings of a simulated site name.
inline domain::time_zone zone_of(const domain::site_settings& settings)
{
    auto zone = find_zone(settings.time_zone);
    if (!zone) {
        throw std::logic_error("no simulated time zone " + settings.time_zone);
    }
    return *std::move(zone);
}

} // namespace motcua::simulation
