#pragma once
// What can happen to the settings of a site.

#include "server/domain/settings/settings.hpp"

#include <string_view>

namespace motcua::domain {

struct site_configured
{
    static constexpr std::string_view kind = "site_configured";
    static constexpr int version = 1;

    site_settings settings;
};
BOOST_DESCRIBE_STRUCT(site_configured, (), (settings))

} // namespace motcua::domain
