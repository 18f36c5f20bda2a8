#include "ui/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace motcua::ui {
namespace {

namespace chrono = std::chrono;

/// Steps in which waits are shown, in minutes, and those from an hour on.
constexpr int step = 5, long_step = 10, hour = 60;

constexpr int step_at(int minutes) { return minutes < hour ? step : long_step; }

} // namespace

std::string clock_text(wall_time at)
{
    const chrono::hh_mm_ss time(at - chrono::floor<chrono::days>(at));
    return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

std::string date_text(wall_time at)
{
    const chrono::year_month_day date(chrono::floor<chrono::days>(at));
    return fmt::format("{:02}/{:02}/{:04}", unsigned(date.day()), unsigned(date.month()), int(date.year()));
}

std::string weekday_key(wall_time at)
{
    return fmt::format("weekday.{}", chrono::weekday(chrono::floor<chrono::days>(at)).iso_encoding());
}

int elapsed_minutes(chrono::seconds elapsed)
{
    return static_cast<int>(
        std::max<chrono::seconds::rep>(0, chrono::floor<chrono::minutes>(elapsed).count()));
}

wait_range shown_range(chrono::seconds from, chrono::seconds to)
{
    const int least = elapsed_minutes(from);
    const int most = elapsed_minutes(chrono::ceil<chrono::minutes>(to));
    if (most <= step) {
        return {0, step};
    }
    const int below = step_at(least), above = step_at(most);
    return {least / below * below, (most + above - 1) / above * above};
}

int nearest_minutes(chrono::seconds wait)
{
    const auto half = chrono::seconds{chrono::minutes{step}} / 2;
    return elapsed_minutes(wait + half) / step * step;
}

std::string elapsed_text(chrono::seconds elapsed)
{
    const chrono::hh_mm_ss time(std::max(elapsed, chrono::seconds(0)));
    const auto minutes = time.minutes().count();
    const auto seconds = time.seconds().count();
    if (time.hours().count() > 0) {
        return fmt::format("{}:{:02}:{:02}", time.hours().count(), minutes, seconds);
    }
    return fmt::format("{:02}:{:02}", minutes, seconds);
}

std::string figure_text(std::int64_t number, std::string_view language)
{
    auto digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (auto at = digits.size(); at > first + 3; at -= 3) {
        digits.insert(at - 3, 1, language == "vi" ? '.' : ',');
    }
    return digits;
}

} // namespace motcua::ui
