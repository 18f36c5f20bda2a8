#pragma once
// The choices of an office: services, counters, head starts, its clock. They are part of the journal, so that
// a replay needs nothing else.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

namespace motcua::domain {

/// Numbers that count up from `first` and start again after `last`, skipping every number that is still alive
/// and those of no-shows within the grace time.
struct number_range
{
    int first{};
    int last{};
};
BOOST_DESCRIBE_STRUCT(number_range, (), (first, last))

struct service_settings
{
    service_code code;
    std::string name_vi;
    std::string name_en;
    /// First guess of the time at the counter, until visits have been measured.
    seconds service_time{};
    /// The wait that the office wants to stay within (Decision 468/QĐ-TTg 2021: 15 minutes by 2025).
    seconds target{900};
    std::optional<number_range> range;
};
BOOST_DESCRIBE_STRUCT(service_settings, (), (code, name_vi, name_en, service_time, target, range))

struct counter_settings
{
    counter_code code;
    std::vector<service_code> services;
};
BOOST_DESCRIBE_STRUCT(counter_settings, (), (code, services))

/// How long before its own ready time a ticket of a priority class is due.
struct head_starts
{
    minutes elderly{30};
    minutes disabled{30};
    minutes pregnant{20};
    minutes infant{20};
    minutes merit{30};
};
BOOST_DESCRIBE_STRUCT(head_starts, (), (elderly, disabled, pregnant, infant, merit))

struct site_settings
{
    std::string name_vi;
    std::string name_en;
    /// East of UTC; Viet Nam has no summer time.
    minutes utc_offset{420};
    /// When the business day changes, after local midnight.
    minutes day_starts{0};
    /// How long after a no-show a recall still brings the old place back.
    minutes recall_grace{10};
    std::vector<service_settings> services;
    std::vector<counter_settings> counters;
    head_starts head_start;
};
BOOST_DESCRIBE_STRUCT(site_settings, (),
                      (name_vi, name_en, utc_offset, day_starts, recall_grace, services, counters,
                       head_start))

/// What is wrong in settings: the field's path, such as "services[1].service_time", and why.
struct settings_fault
{
    std::string field;
    std::string why;
};

/// The first fault of `settings`; none when a site can take them.
std::optional<settings_fault> first_fault(const site_settings& settings);

/// Null where the site has no such service or counter.
const service_settings* find_service(const site_settings& settings, const service_code& code);
const counter_settings* find_counter(const site_settings& settings, const counter_code& code);

/// Nothing for no priority.
minutes head_start_of(const head_starts& starts, priority_class priority);

} // namespace motcua::domain
