#pragma once
// What can happen to the settings of a site.

#include "server/domain/settings/settings.hpp"

#include <string_view>

namespace motcua::domain {

/// Version 1 had names of its own for most settings, and fewer of them.
struct site_configured
{
    static constexpr std::string_view kind = "site_configured";
    static constexpr int version = 3;

    site_settings settings;
    /// Of local time when it happened, by the zone of the new settings.
    minutes utc_offset{};
};
BOOST_DESCRIBE_STRUCT(site_configured, (), (settings, utc_offset))

} // namespace motcua::domain
