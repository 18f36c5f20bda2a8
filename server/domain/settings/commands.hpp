#pragma once
// What can be asked about the settings of a site.

#include "server/domain/settings/settings.hpp"

namespace motcua::domain {

/// Founds the site, or changes its settings.
struct configure_site
{
    site_settings settings;
    /// The version that the settings were made from; none for whatever stands.
    std::optional<int> from_version;
};

} // namespace motcua::domain
