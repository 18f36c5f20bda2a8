#include "server/office/configuration_sections.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::office {

namespace {

domain::head_starts head_starts_of(const head_start_section& section)
{
    const domain::head_starts defaults;
    const auto minutes = [](const std::optional<int>& given, domain::minutes otherwise) {
        return given ? domain::minutes{*given} : otherwise;
    };
    return {.elderly = minutes(section.elderly_minutes, defaults.elderly),
            .disabled = minutes(section.disabled_minutes, defaults.disabled),
            .pregnant = minutes(section.pregnant_minutes, defaults.pregnant),
            .infant = minutes(section.infant_minutes, defaults.infant),
            .merit = minutes(section.merit_minutes, defaults.merit)};
}

domain::service_settings service_of(const service_section& section)
{
    domain::service_settings service{.code = section.code,
                                     .name_vi = section.name,
                                     .name_en = section.name_en,
                                     .service_time = domain::minutes{section.minutes},
                                     .target = domain::minutes{section.target_minutes.value_or(15)},
                                     .range = {}};
    if (section.first_number || section.last_number) {
        service.range = {section.first_number.value_or(1), section.last_number.value_or(0)};
    }
    return service;
}

} // namespace

domain::site_settings settings_of(const file_content& content)
{
    domain::site_settings settings;
    settings.name_vi = content.site.name;
    settings.name_en = content.site.name_en;
    settings.utc_offset = domain::minutes{content.site.utc_offset_minutes.value_or(420)};
    settings.day_starts = domain::minutes{content.site.day_starts_minutes.value_or(0)};
    settings.recall_grace = domain::minutes{content.site.recall_grace_minutes.value_or(10)};
    settings.head_start = head_starts_of(content.head_start.value_or(head_start_section{}));
    std::ranges::transform(content.service, std::back_inserter(settings.services), service_of);
    for (const auto& counter : content.counter) {
        settings.counters.push_back({counter.code, counter.services});
    }
    return settings;
}

} // namespace motcua::office
