#include "server/journal/lifted_settings.hpp"

#include "base/json.hpp"
#include "server/domain/calendar/time_zone.hpp"
#include "server/domain/settings/settings.hpp"
#include "server/journal/codec.hpp"

#include <algorithm>
#include <iterator>

namespace motcua::journal {

namespace {

struct range_v1
{
    int first{};
    int last{};
};
BOOST_DESCRIBE_STRUCT(range_v1, (), (first, last))

struct service_v1
{
    std::string code;
    std::string name_vi;
    std::string name_en;
    domain::seconds service_time{};
    domain::seconds target{};
    std::optional<range_v1> range;
};
BOOST_DESCRIBE_STRUCT(service_v1, (), (code, name_vi, name_en, service_time, target, range))

struct counter_v1
{
    std::string code;
    std::vector<std::string> services;
};
BOOST_DESCRIBE_STRUCT(counter_v1, (), (code, services))

struct head_starts_v1
{
    domain::minutes elderly{};
    domain::minutes disabled{};
    domain::minutes pregnant{};
    domain::minutes infant{};
    domain::minutes merit{};
};
BOOST_DESCRIBE_STRUCT(head_starts_v1, (), (elderly, disabled, pregnant, infant, merit))

struct settings_v1
{
    std::string name_vi;
    std::string name_en;
    domain::minutes utc_offset{};
    domain::minutes day_starts{};
    domain::minutes recall_grace{};
    std::vector<service_v1> services;
    std::vector<counter_v1> counters;
    head_starts_v1 head_start;
};
BOOST_DESCRIBE_STRUCT(settings_v1, (),
                      (name_vi, name_en, utc_offset, day_starts, recall_grace, services, counters,
                       head_start))

domain::service_settings service_of(const service_v1& old)
{
    domain::service_settings service{.code = old.code,
                                     .name = old.name_vi,
                                     .name_en = old.name_en,
                                     .minutes = std::chrono::ceil<domain::minutes>(old.service_time),
                                     .target_minutes = std::chrono::ceil<domain::minutes>(old.target)};
    if (old.range) {
        service.first_number = old.range->first;
        service.last_number = old.range->last;
    }
    return service;
}

domain::site_settings settings_of(const settings_v1& old)
{
    constexpr domain::minutes offset_of_vietnam{420};
    domain::site_settings settings;
    settings.name = old.name_vi;
    settings.name_en = old.name_en;
    if (old.utc_offset != offset_of_vietnam) {
        settings.time_zone = domain::fixed_zone(old.utc_offset).name;
    }
    settings.day_starts_minutes = old.day_starts;
    settings.recall_grace_minutes = old.recall_grace;
    std::ranges::transform(old.services, std::back_inserter(settings.services), service_of);
    for (const auto& counter : old.counters) {
        settings.counters.push_back({.code = counter.code, .services = counter.services});
    }
    settings.head_start.elderly_minutes = old.head_start.elderly;
    settings.head_start.disabled_minutes = old.head_start.disabled;
    settings.head_start.pregnant_minutes = old.head_start.pregnant;
    settings.head_start.infant_minutes = old.head_start.infant;
    settings.head_start.merit_minutes = old.head_start.merit;
    settings.public_ = {.reads = false, .tickets = false};
    return settings;
}

/// Adds what appointments have since.
void extend_appointments(boost::json::object& holder)
{
    auto* given = holder.if_contains("appointments");
    if (given == nullptr || !given->is_object()) {
        return;
    }
    auto& appointments = given->get_object();
    appointments["buffer_minutes"] = 0;
    appointments["weekdays"] = boost::json::array{};
}

} // namespace

void lift_settings_from_1(boost::json::object& body)
{
    const auto* given = body.if_contains("settings");
    const auto old = given == nullptr ? base::field_error{base::field_fault::missing, "settings", ""}
                                      : base::read_json<settings_v1>(*given);
    // What cannot be read stays as it is, and is reported when the event is read.
    if (!old) {
        return;
    }
    body["utc_offset"] = old->utc_offset.count();
    body["settings"] = base::parse_json(base::to_json(settings_of(*old))).value();
}

void lift_settings_from_2(boost::json::object& body)
{
    auto* given = body.if_contains("settings");
    if (given == nullptr || !given->is_object()) {
        return;
    }
    auto& settings = given->get_object();
    extend_appointments(settings);
    auto* services = settings.if_contains("services");
    if (services == nullptr || !services->is_array()) {
        return;
    }
    for (auto& service : services->get_array()) {
        if (service.is_object()) {
            extend_appointments(service.get_object());
        }
    }
}

} // namespace motcua::journal
