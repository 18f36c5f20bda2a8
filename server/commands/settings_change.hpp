#pragma once
// The one way in which a command changes the settings of a site.

#include "server/commands/office_folder.hpp"
#include "server/domain/commands.hpp"

#include <boost/system/result.hpp>

namespace motcua::commands {

/// The site takes `settings`, or refuses them. No server may run on the folder. Throws std::runtime_error
/// with one line if the journal cannot be opened or takes nothing.
boost::system::result<void, domain::refusal> change_settings(const office_folder& opened,
                                                             const domain::site_settings& settings);

} // namespace motcua::commands
