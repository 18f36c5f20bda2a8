#pragma once
// The sections of motcua.toml as structs: the member names are the keys.

#include "server/domain/settings/settings.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

namespace motcua::office {

struct open_section
{
    bool reads{};
    bool tickets{};
};
BOOST_DESCRIBE_STRUCT(open_section, (), (reads, tickets))

struct site_section
{
    std::string code;
    std::string name;
    std::string name_en;
    std::optional<int> utc_offset_minutes;
    std::optional<int> day_starts_minutes;
    std::optional<int> recall_grace_minutes;
};
BOOST_DESCRIBE_STRUCT(site_section, (),
                      (code, name, name_en, utc_offset_minutes, day_starts_minutes, recall_grace_minutes))

struct head_start_section
{
    std::optional<int> elderly_minutes;
    std::optional<int> disabled_minutes;
    std::optional<int> pregnant_minutes;
    std::optional<int> infant_minutes;
    std::optional<int> merit_minutes;
};
BOOST_DESCRIBE_STRUCT(head_start_section, (),
                      (elderly_minutes, disabled_minutes, pregnant_minutes, infant_minutes, merit_minutes))

struct service_section
{
    std::string code;
    std::string name;
    std::string name_en;
    int minutes{};
    std::optional<int> target_minutes;
    std::optional<int> first_number;
    std::optional<int> last_number;
};
BOOST_DESCRIBE_STRUCT(service_section, (),
                      (code, name, name_en, minutes, target_minutes, first_number, last_number))

struct counter_section
{
    std::string code;
    std::vector<std::string> services;
};
BOOST_DESCRIBE_STRUCT(counter_section, (), (code, services))

struct file_content
{
    std::string listen;
    std::optional<open_section> open;
    site_section site;
    std::optional<head_start_section> head_start;
    std::vector<service_section> service;
    std::vector<counter_section> counter;
};
BOOST_DESCRIBE_STRUCT(file_content, (), (listen, open, site, head_start, service, counter))

/// The settings of the site, with defaults where the file names none.
domain::site_settings settings_of(const file_content& content);

} // namespace motcua::office
