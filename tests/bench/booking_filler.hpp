#pragma once
// Writes a journal with the bookings of years: the real site, driven through its days by a clock of its own.

#include "server/domain/settings/settings.hpp"

#include <filesystem>

namespace motcua::bench {

/// Adds `past` bookings of days that are over, and `future` ones after `until`, to the journal at `file`,
/// whose site has `settings` since. The last day ended before `until`.
void fill_bookings(const std::filesystem::path& file, const std::string& site,
                   const domain::site_settings& settings, std::int64_t past, std::int64_t future,
                   domain::instant until);

} // namespace motcua::bench
