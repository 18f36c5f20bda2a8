#include "server/domain/calendar/holidays.hpp"
#include "base/require.hpp"
#include "server/domain/calendar/lunar.hpp"

#include <algorithm>
#include <array>

namespace motcua::domain {

namespace {

using std::chrono::days;

/// What the government decides for a year.
struct decree
{
    int year;
    /// Days of Tết before the first of the lunar year, of five.
    int days_before_tet;
    /// The day of September that joins the 2nd.
    int beside_september_2;
};

constexpr std::array<decree, 3> announced{{{2024, 2, 3}, {2025, 2, 1}, {2026, 1, 1}}};
constexpr decree usual{.year = 0, .days_before_tet = 1, .beside_september_2 = 1};

constexpr const char* law = "Bộ luật Lao động 2019, điều 112";
constexpr const char* law_of_rest_days = "Bộ luật Lao động 2019, điều 111 khoản 3";

const decree* find_decree(int year)
{
    const auto* const found = std::ranges::find(announced, year, &decree::year);
    return found == announced.end() ? nullptr : found;
}

local_day date(int year, int month, int day) { return local_day{std::chrono::year{year} / month / day}; }

local_day lunar_day(int year, int month, int day)
{
    const auto found = solar_of({.year = year, .month = month, .day = day});
    base::require(found.has_value(), "every lunar year has this day");
    return *found;
}

bool is_weekend(local_day day)
{
    const std::chrono::weekday on{day};
    return on == std::chrono::Saturday || on == std::chrono::Sunday;
}

/// The days that the law names.
std::vector<holiday> named_days(int year)
{
    const auto* const decided = find_decree(year);
    const auto& choice = decided != nullptr ? *decided : usual;
    const auto source = decided != nullptr ? law + (", theo thông báo nghỉ lễ năm " + std::to_string(year))
                                           : std::string(law);
    std::vector<holiday> named;
    const auto add = [&](local_day day, const char* name, bool confirmed = true) {
        named.push_back(
            {.day = {day}, .name = name, .confirmed = confirmed, .closes = true, .source = source});
    };
    add(date(year, 1, 1), "Tết Dương lịch");
    const auto new_year = lunar_day(year, 1, 1);
    for (int place = 0; place < 5; ++place) {
        add(new_year + days{place - choice.days_before_tet}, "Tết Nguyên đán", decided != nullptr);
    }
    add(lunar_day(year, 3, 10), "Giỗ Tổ Hùng Vương");
    add(date(year, 4, 30), "Ngày Chiến thắng");
    add(date(year, 5, 1), "Ngày Quốc tế lao động");
    add(date(year, 9, 2), "Quốc khánh");
    add(date(year, 9, choice.beside_september_2), "Quốc khánh (ngày liền kề)", decided != nullptr);
    if (year >= 2026) {
        named.push_back({.day = {date(year, 11, 24)},
                         .name = "Ngày Văn hóa Việt Nam",
                         .source = "Nghị quyết 28/2026/QH16 (chưa xác nhận)"});
    }
    return named;
}

/// For each holiday on a rest day the next day that is neither that nor a holiday.
void give_back(std::vector<holiday>& holidays)
{
    const auto is_taken = [&](local_day day) {
        return is_weekend(day) || std::ranges::count(holidays, base::day{day}, &holiday::day) > 0;
    };
    const auto named = holidays;
    for (const auto& one : named) {
        if (!is_weekend(one.day.date)) {
            continue;
        }
        auto day = one.day.date;
        while (is_taken(day)) {
            day += days{1};
        }
        auto given = one;
        given.day = {day};
        given.name += " (nghỉ bù)";
        given.source = law_of_rest_days;
        holidays.push_back(std::move(given));
    }
}

} // namespace

std::vector<holiday> holidays_of(int year)
{
    if (year < holidays_from_year || year > holidays_to_year) {
        return {};
    }
    auto holidays = named_days(year);
    std::ranges::sort(holidays, {}, &holiday::day);
    give_back(holidays);
    std::ranges::sort(holidays, {}, &holiday::day);
    return holidays;
}

std::vector<swap> swaps_of(int year)
{
    switch (year) {
    case 2024:
        return {{.off = {date(2024, 4, 29)}, .on = {date(2024, 5, 4)}}};
    case 2025:
        return {{.off = {date(2025, 5, 2)}, .on = {date(2025, 4, 26)}}};
    case 2026:
        return {{.off = {date(2026, 1, 2)}, .on = {date(2026, 1, 10)}},
                {.off = {date(2026, 8, 31)}, .on = {date(2026, 8, 22)}}};
    default:
        return {};
    }
}

} // namespace motcua::domain
