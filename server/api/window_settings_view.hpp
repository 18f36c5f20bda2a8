#pragma once
// The settings of the site that the windows need.

#include "protocol/window_settings.hpp"
#include "server/domain/settings/settings.hpp"

namespace motcua::api {

protocol::window_settings window_settings_view(const domain::site_settings& settings);

} // namespace motcua::api
