#pragma once
// The one way in which a command changes the settings of a site.

#include "server/commands/office_folder.hpp"
#include "server/domain/commands.hpp"

#include <boost/system/result.hpp>

namespace motcua::commands {

/// Why the site does not take settings.
struct settings_refusal
{
    /// Of the setting that is at fault in itself; empty where something else stands against the change.
    std::string field;
    std::string why;
};

/// The site takes `settings`, or refuses them. A server may run on the folder. Throws `failure`.
boost::system::result<void, settings_refusal> change_settings(const office_folder& opened,
                                                              const domain::site_settings& settings);

/// What boost::system::result throws when a refusal was not looked at: a std::logic_error.
[[noreturn]] void throw_exception_from_error(const settings_refusal& refused, const boost::source_location&);

} // namespace motcua::commands
