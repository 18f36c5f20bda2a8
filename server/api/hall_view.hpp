#pragma once
// What the windows are told of a hall's settings.

#include "protocol/hall.hpp"
#include "server/domain/settings/settings.hpp"

namespace motcua::api {

protocol::hall hall_view(const domain::site_settings& settings);

} // namespace motcua::api
