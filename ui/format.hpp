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

/// Whole minutes of an expected wait: rounded up, so that nobody expects too short a wait.
int expected_minutes(std::chrono::seconds wait);

/// Whole minutes of a time that has passed: rounded down.
int elapsed_minutes(std::chrono::seconds elapsed);

/// An expected wait as people say it: one of the two, or hours and half an hour.
struct rounded_wait
{
    int hours = 0;
    int minutes = 0;

    bool operator==(const rounded_wait&) const = default;
};

/// In expected minutes below 90, from then on to the nearest half hour, from 4 hours on to the nearest hour:
/// a forecast over such a time is not more precise.
rounded_wait rounded(std::chrono::seconds expected);

/// "04:12", from an hour on "1:04:12".
std::string elapsed_text(std::chrono::seconds elapsed);

/// Hours with at most a half: "2,5" in Vietnamese, "2.5" in any other language, "15" in all.
std::string hours_text(const rounded_wait& wait, std::string_view language);

/// "13.930" in Vietnamese, "13,930" in any other language.
std::string figure_text(std::int64_t number, std::string_view language);

} // namespace motcua::ui
