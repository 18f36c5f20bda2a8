#include "ui/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace motcua::ui {
namespace {

namespace chrono = std::chrono;

} // namespace

std::string clock_text(wall_time t)
{
    const chrono::hh_mm_ss time(t - chrono::floor<chrono::days>(t));
    return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

std::string date_text(wall_time t)
{
    const chrono::year_month_day date(chrono::floor<chrono::days>(t));
    return fmt::format("{:02}/{:02}/{:04}", unsigned(date.day()), unsigned(date.month()), int(date.year()));
}

std::string weekday_key(wall_time t)
{
    return fmt::format("weekday.{}", chrono::weekday(chrono::floor<chrono::days>(t)).iso_encoding());
}

int minutes_of(chrono::seconds wait)
{
    return static_cast<int>(std::max<chrono::seconds::rep>(0, chrono::ceil<chrono::minutes>(wait).count()));
}

std::string elapsed_text(chrono::seconds elapsed)
{
    const chrono::hh_mm_ss time(std::max(elapsed, chrono::seconds(0)));
    const auto minutes = time.minutes().count();
    const auto seconds = time.seconds().count();
    if (time.hours().count() > 0)
        return fmt::format("{}:{:02}:{:02}", time.hours().count(), minutes, seconds);
    return fmt::format("{:02}:{:02}", minutes, seconds);
}

std::string figure_text(std::int64_t n, std::string_view language)
{
    auto digits = std::to_string(n);
    const std::size_t first = n < 0 ? 1 : 0;
    for (auto at = digits.size(); at > first + 3; at -= 3)
        digits.insert(at - 3, 1, language == "vi" ? '.' : ',');
    return digits;
}

} // namespace motcua::ui
