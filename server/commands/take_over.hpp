#pragma once
// What older programs kept beside the journal, taken over into it once.

#include "logging/log.hpp"
#include "server/commands/office_folder.hpp"
#include "server/runtime/site.hpp"

#include <functional>

namespace motcua::commands {

using line_sink = std::function<void(logging::line)>;

/// What anybody may do, from the section [open] of an old configuration file. Throws `failure`.
void take_over_old_settings(const office_folder& opened, runtime::site& site, const line_sink& note);

/// Devices and staff, from access.json. Throws `failure`.
void take_over_old_access(const office_folder& opened, runtime::site& site, const line_sink& note);

} // namespace motcua::commands
