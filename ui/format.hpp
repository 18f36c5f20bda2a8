#pragma once
// Times, dates and figures as people here read them.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace motcua::ui {

/// The time on the office's wall.
using wall_time = std::chrono::local_seconds;

/// "09:41".
std::string clock_text(wall_time t);

/// "23/11/2026".
std::string date_text(wall_time t);

/// Key of the day's name: "weekday.1" for Monday to "weekday.7" for Sunday.
std::string weekday_key(wall_time t);

/// Whole minutes that a wait is spoken of: rounded up, and no less than 1 when there is one.
int minutes_of(std::chrono::seconds wait);

/// "04:12", from an hour on "1:04:12".
std::string elapsed_text(std::chrono::seconds elapsed);

/// "13.930" in Vietnamese, "13,930" in any other language.
std::string figure_text(std::int64_t n, std::string_view language);

} // namespace motcua::ui
