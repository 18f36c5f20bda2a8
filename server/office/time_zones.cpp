#include "server/office/time_zones.hpp"

#include <date/tz.h>
#include <exception>

namespace motcua::office {

namespace {

date::sys_seconds start_of(int year) { return date::sys_days{date::year{year} / 1 / 1}; }

domain::instant instant_of(date::sys_seconds at) { return domain::instant{at.time_since_epoch()}; }

domain::minutes minutes_of(std::chrono::seconds offset)
{
    return std::chrono::round<domain::minutes>(offset);
}

domain::time_zone read_zone(const std::string& name)
{
    const auto* const zone = date::locate_zone(name);
    auto info = zone->get_info(start_of(zone_from_year));
    domain::time_zone result{.name = name, .first_offset = minutes_of(info.offset), .transitions = {}};
    auto offset = result.first_offset;
    while (info.end < start_of(zone_to_year + 1)) {
        info = zone->get_info(info.end);
        // A change of the abbreviation alone is a transition too, of no interest here.
        if (const auto next = minutes_of(info.offset); next != offset) {
            offset = next;
            result.transitions.push_back({.from = instant_of(info.begin), .offset = offset});
        }
    }
    return result;
}

} // namespace

std::optional<domain::time_zone> find_time_zone(const std::string& name)
{
    if (auto fixed = domain::find_fixed_zone(name)) {
        return fixed;
    }
    try {
        return read_zone(name);
    } catch (const std::exception&) {
        // The library knows no other way to say that there is none.
        return std::nullopt;
    }
}

} // namespace motcua::office
