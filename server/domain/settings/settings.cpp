#include "server/domain/settings/settings.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace motcua::domain {

namespace {

template <class Thing>
const Thing* find_by_code(const std::vector<Thing>& things, const std::string& code)
{
    const auto found = std::ranges::find(things, code, &Thing::code);
    return found == things.end() ? nullptr : &*found;
}

constexpr minutes whole_day{24 * 60};

bool is_within_a_day(minutes given) { return minutes{0} <= given && given < whole_day; }

std::optional<settings_fault> fault_of_code(const std::string& code, std::set<std::string>& others)
{
    if (code.empty()) {
        return settings_fault{".code", "it is empty"};
    }
    if (!others.insert(code).second) {
        return settings_fault{".code", "another one has it already"};
    }
    return std::nullopt;
}

std::optional<settings_fault> fault_of(const service_settings& service)
{
    if (service.service_time <= seconds{0}) {
        return settings_fault{".service_time", "must be more than 0"};
    }
    if (service.target <= seconds{0}) {
        return settings_fault{".target", "must be more than 0"};
    }
    if (service.range && service.range->first < 1) {
        return settings_fault{".range.first", "must be 1 or more"};
    }
    if (service.range && service.range->last < service.range->first) {
        return settings_fault{".range.last", "must not be below the first"};
    }
    return std::nullopt;
}

std::optional<settings_fault> fault_of(const counter_settings& at, const std::set<service_code>& services)
{
    for (const auto& code : at.services) {
        if (!services.contains(code)) {
            return settings_fault{".services", "there is no service \"" + code + '"'};
        }
    }
    return std::nullopt;
}

settings_fault within(const std::string& list, std::size_t index, settings_fault fault)
{
    return {list + "[" + std::to_string(index) + "]" + fault.field, std::move(fault.why)};
}

/// Of what holds for the whole site.
std::optional<settings_fault> fault_of_times(const site_settings& settings)
{
    // The offsets of the world go from -12 to +14 hours.
    if (settings.utc_offset < minutes{-12 * 60} || settings.utc_offset > minutes{14 * 60}) {
        return settings_fault{"utc_offset", "must be -720 to 840"};
    }
    const auto& starts = settings.head_start;
    const std::array<std::pair<const char*, minutes>, 7> times{{{"day_starts", settings.day_starts},
                                                                {"recall_grace", settings.recall_grace},
                                                                {"head_start.elderly", starts.elderly},
                                                                {"head_start.disabled", starts.disabled},
                                                                {"head_start.pregnant", starts.pregnant},
                                                                {"head_start.infant", starts.infant},
                                                                {"head_start.merit", starts.merit}}};
    for (const auto& [field, given] : times) {
        if (!is_within_a_day(given)) {
            return settings_fault{field, "must be 0 to 1439"};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<settings_fault> first_fault(const site_settings& settings)
{
    std::set<std::string> services;
    for (std::size_t i = 0; i < settings.services.size(); ++i) {
        const auto& service = settings.services[i];
        auto fault = fault_of_code(service.code, services);
        if (fault || (fault = fault_of(service))) {
            return within("services", i, *std::move(fault));
        }
    }
    std::set<std::string> counters;
    for (std::size_t i = 0; i < settings.counters.size(); ++i) {
        const auto& at = settings.counters[i];
        auto fault = fault_of_code(at.code, counters);
        if (fault || (fault = fault_of(at, services))) {
            return within("counters", i, *std::move(fault));
        }
    }
    if (settings.services.empty()) {
        return settings_fault{"services", "must have at least one"};
    }
    return fault_of_times(settings);
}

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

} // namespace motcua::domain
