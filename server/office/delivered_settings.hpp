#pragma once
// The settings that a new office starts with.

#include "server/domain/settings/settings.hpp"

namespace motcua::office {

/// Usual working hours, the holidays of the law, and the counters of a small hall, as a start; or the demo
/// office, which never closes.
domain::site_settings delivered_settings(bool demo);

} // namespace motcua::office
