#include "server/domain/settings.hpp"

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

minutes head_start_of(const head_starts& starts, priority_class priority)
{
    switch (priority) {
    case priority_class::none:
        return minutes{0};
    case priority_class::elderly:
        return starts.elderly;
    case priority_class::disabled:
        return starts.disabled;
    case priority_class::pregnant:
        return starts.pregnant;
    case priority_class::infant:
        return starts.infant;
    case priority_class::merit:
        return starts.merit;
    }
    return minutes{0};
}

local_day business_day(const site_settings& settings, instant at)
{
    const auto local = at.time_since_epoch() + settings.utc_offset - settings.day_starts;
    return local_day{std::chrono::floor<std::chrono::days>(local)};
}

instant start_of_day(const site_settings& settings, local_day day)
{
    return instant{day.time_since_epoch() + settings.day_starts - settings.utc_offset};
}

std::string format_number(const service_code& service, int number)
{
    const auto digits = std::to_string(number);
    return service + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

} // namespace motcua::domain
