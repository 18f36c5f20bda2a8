#pragma once
// What settings must be for a site to take them.

#include "server/domain/settings/settings.hpp"

namespace motcua::domain {

/// What is wrong in settings: the field's path, such as "services[1].minutes", and why.
struct settings_fault
{
    std::string field;
    std::string why;
};

/// The first fault of `settings`; none when a site can take them. Whether there is a time zone of that name
/// is not known here.
std::optional<settings_fault> first_fault(const site_settings& settings);

} // namespace motcua::domain
