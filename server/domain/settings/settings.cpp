#include "server/domain/settings/settings.hpp"

#include <algorithm>

namespace motcua::domain {

namespace {

template <class Thing>
const Thing* find_by_code(const std::vector<Thing>& things, const std::string& code)
{
    const auto found = std::ranges::find(things, code, &Thing::code);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

const service_settings* find_service(const site_settings& settings, const service_code& code)
{
    return find_by_code(settings.services, code);
}

const counter_settings* find_counter(const site_settings& settings, const counter_code& code)
{
    return find_by_code(settings.counters, code);
}

std::optional<seconds> target_of(const site_settings& settings, const service_code& code)
{
    const auto* service = find_service(settings, code);
    return service == nullptr ? std::nullopt : std::optional<seconds>{service->target_minutes};
}

std::optional<number_range> range_of(const service_settings& service)
{
    if (!service.first_number || !service.last_number) {
        return std::nullopt;
    }
    return number_range{*service.first_number, *service.last_number};
}

minutes head_start_of(const head_starts& starts, priority_class priority)
{
    switch (priority) {
    case priority_class::none:
        return minutes{0};
    case priority_class::elderly:
        return starts.elderly_minutes;
    case priority_class::disabled:
        return starts.disabled_minutes;
    case priority_class::pregnant:
        return starts.pregnant_minutes;
    case priority_class::infant:
        return starts.infant_minutes;
    case priority_class::merit:
        return starts.merit_minutes;
    }
    return minutes{0};
}

} // namespace motcua::domain
