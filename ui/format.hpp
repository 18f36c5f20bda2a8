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
std::string clock_text(wall_time at);

/// "23/11/2026".
std::string date_text(wall_time at);

/// Key of the day's name: "weekday.1" for Monday to "weekday.7" for Sunday.
std::string weekday_key(wall_time at);

/// Whole minutes of a time that has passed: rounded down.
int elapsed_minutes(std::chrono::seconds elapsed);

/// An expected wait as it is shown, in whole minutes.
struct wait_range
{
    int from = 0;
    int to = 0;

    bool operator==(const wait_range&) const = default;
};

/// Outward, each end by itself: to 5 minutes, from 60 on to 10. What ends by 5 minutes is {0, 5}. Coarse
/// enough that the shown range holds what it says for most people, and that it does not flicker.
wait_range shown_range(std::chrono::seconds from, std::chrono::seconds to);

/// One figure for a wait, as a board has room for: to the nearest 5 minutes, 0 below two and a half.
int nearest_minutes(std::chrono::seconds wait);

/// "04:12", from an hour on "1:04:12".
std::string elapsed_text(std::chrono::seconds elapsed);

/// "13.930" in Vietnamese, "13,930" in any other language.
std::string figure_text(std::int64_t number, std::string_view language);

} // namespace motcua::ui
