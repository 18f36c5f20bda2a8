#include "ui/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace motcua::ui {
namespace {

namespace chrono = std::chrono;

/// Below this a wait is given in minutes, and below the second in half hours.
constexpr int minutes_most = 90, half_hours_most = 4 * 60;

constexpr int to_nearest(int minutes, int step) { return (minutes + step / 2) / step * step; }

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

int expected_minutes(chrono::seconds wait)
{
    return static_cast<int>(std::max<chrono::seconds::rep>(0, chrono::ceil<chrono::minutes>(wait).count()));
}

int elapsed_minutes(chrono::seconds elapsed)
{
    return static_cast<int>(
        std::max<chrono::seconds::rep>(0, chrono::floor<chrono::minutes>(elapsed).count()));
}

rounded_wait rounded(chrono::seconds expected)
{
    const int minutes = expected_minutes(expected);
    if (minutes < minutes_most) {
        return {0, minutes};
    }
    const int rounded = to_nearest(minutes, minutes < half_hours_most ? 30 : 60);
    return {rounded / 60, rounded % 60};
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

std::string hours_text(const rounded_wait& wait, std::string_view language)
{
    auto hours = figure_text(wait.hours, language);
    if (wait.minutes == 30) {
        hours += language == "vi" ? ",5" : ".5";
    }
    return hours;
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
