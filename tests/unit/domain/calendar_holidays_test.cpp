// The holidays that are delivered: as announced, and computed for later years.

#include "calendar_days.hpp"

#include <algorithm>
#include <set>

using namespace motcua::domain;

namespace {

bool is_weekend(local_day at)
{
    const std::chrono::weekday on{at};
    return on == std::chrono::Saturday || on == std::chrono::Sunday;
}

/// The weekdays of `year` that are holidays and close the hall.
std::vector<local_day> weekdays_off(int year)
{
    std::vector<local_day> days;
    for (const auto& one : holidays_of(year)) {
        if ((one.confirmed || one.closes) && !is_weekend(one.day.date)) {
            days.push_back(one.day.date);
        }
    }
    return days;
}

/// Pairs of month and day.
std::vector<local_day> in_year(int year, std::initializer_list<std::pair<int, int>> dates)
{
    std::vector<local_day> days;
    for (const auto& [month, day_of_month] : dates) {
        days.push_back(day(year, month, day_of_month));
    }
    return days;
}

holiday holiday_of(local_day at)
{
    for (const auto& one : holidays_of(static_cast<int>(std::chrono::year_month_day{at}.year()))) {
        if (one.day.date == at) {
            return one;
        }
    }
    return {};
}

/// Every day on which nobody works, from `first` to `last`.
bool all_off(const office_calendar& calendar, local_day first, local_day last)
{
    return count_working_days(calendar, first, last) == 0 &&
           is_working_day(calendar, first - std::chrono::days{1}) &&
           is_working_day(calendar, last + std::chrono::days{1});
}

} // namespace

TEST_CASE("the holidays of 2024 to 2026 are those announced, with the days given back")
{
    CHECK(weekdays_off(2024) ==
          in_year(
              2024,
              {{1, 1}, {2, 8}, {2, 9}, {2, 12}, {2, 13}, {2, 14}, {4, 18}, {4, 30}, {5, 1}, {9, 2}, {9, 3}}));
    CHECK(
        weekdays_off(2025) ==
        in_year(
            2025,
            {{1, 1}, {1, 27}, {1, 28}, {1, 29}, {1, 30}, {1, 31}, {4, 7}, {4, 30}, {5, 1}, {9, 1}, {9, 2}}));
    CHECK(
        weekdays_off(2026) ==
        in_year(
            2026,
            {{1, 1}, {2, 16}, {2, 17}, {2, 18}, {2, 19}, {2, 20}, {4, 27}, {4, 30}, {5, 1}, {9, 1}, {9, 2}}));
}

TEST_CASE("the days off in a row are those announced, swaps included")
{
    const auto in_2024 = office_in(2024);
    // The week before was worked up to Wednesday 7 February.
    CHECK(all_off(in_2024, day(2024, 2, 8), day(2024, 2, 14)));
    CHECK(all_off(in_2024, day(2024, 4, 27), day(2024, 5, 1)));
    CHECK(all_off(in_2024, day(2024, 8, 31), day(2024, 9, 3)));
    const auto in_2025 = office_in(2025);
    CHECK(all_off(in_2025, day(2025, 1, 25), day(2025, 2, 2)));
    CHECK(all_off(in_2025, day(2025, 4, 30), day(2025, 5, 4)));
    CHECK(all_off(in_2025, day(2025, 8, 30), day(2025, 9, 2)));
    const auto in_2026 = office_in(2026);
    CHECK(all_off(in_2026, day(2026, 2, 14), day(2026, 2, 22)));
    CHECK(all_off(in_2026, day(2026, 4, 30), day(2026, 5, 3)));
    CHECK(all_off(in_2026, day(2026, 8, 29), day(2026, 9, 2)));
    for (const auto& [year, saturday] : {std::pair{2024, day(2024, 5, 4)},
                                         {2025, day(2025, 4, 26)},
                                         {2026, day(2026, 1, 10)},
                                         {2026, day(2026, 8, 22)}}) {
        CHECK(kind_of(office_in(year), saturday) == day_kind::swapped_on);
    }
    CHECK(kind_of(in_2026, day(2026, 1, 2)) == day_kind::swapped_off);
}

TEST_CASE("the weekdays off from 2027 to 2030 follow from the law")
{
    CHECK(weekdays_off(2027) ==
          in_year(
              2027,
              {{1, 1}, {2, 5}, {2, 8}, {2, 9}, {2, 10}, {2, 11}, {4, 16}, {4, 30}, {5, 3}, {9, 1}, {9, 2}}));
    CHECK(weekdays_off(2028) ==
          in_year(
              2028,
              {{1, 3}, {1, 25}, {1, 26}, {1, 27}, {1, 28}, {1, 31}, {4, 4}, {5, 1}, {5, 2}, {9, 1}, {9, 4}}));
    CHECK(
        weekdays_off(2029) ==
        in_year(
            2029,
            {{1, 1}, {2, 12}, {2, 13}, {2, 14}, {2, 15}, {2, 16}, {4, 23}, {4, 30}, {5, 1}, {9, 3}, {9, 4}}));
    CHECK(
        weekdays_off(2030) ==
        in_year(2030,
                {{1, 1}, {2, 1}, {2, 4}, {2, 5}, {2, 6}, {2, 7}, {4, 12}, {4, 30}, {5, 1}, {9, 2}, {9, 3}}));
}

TEST_CASE("two holidays on one weekend give two working days back")
{
    // 2023: the Hùng Kings on Saturday 29 April, the 30th on Sunday, 1 May on Monday.
    CHECK(all_off(office_in(2023), day(2023, 4, 29), day(2023, 5, 3)));
    CHECK(holiday_of(day(2023, 5, 2)).name == "Giỗ Tổ Hùng Vương (nghỉ bù)");
    CHECK(holiday_of(day(2023, 5, 3)).name == "Ngày Chiến thắng (nghỉ bù)");
}

TEST_CASE("what is decided each year is confirmed once it is announced")
{
    for (const auto& one : holidays_of(2026)) {
        CHECK(one.confirmed == (one.day.date != day(2026, 11, 24)));
    }
    const std::set<std::string> open_to_decide{"Tết Nguyên đán", "Tết Nguyên đán (nghỉ bù)",
                                               "Quốc khánh (ngày liền kề)", "Ngày Văn hóa Việt Nam"};
    for (const auto& one : holidays_of(2027)) {
        CAPTURE(one.name);
        CHECK(one.confirmed == !open_to_decide.contains(one.name));
        CHECK(one.closes == (one.name != "Ngày Văn hóa Việt Nam"));
        CHECK_FALSE(one.source.empty());
    }
}

TEST_CASE("24 November closes nothing until the office confirms it")
{
    CHECK(holiday_of(day(2025, 11, 24)).name.empty());
    const auto given_back = holiday_of(day(2029, 11, 26));
    CHECK(given_back.name == "Ngày Văn hóa Việt Nam (nghỉ bù)");
    CHECK_FALSE(given_back.confirmed);
    CHECK_FALSE(given_back.closes);
    CHECK(holiday_of(day(2030, 11, 25)).name == given_back.name);
}

TEST_CASE("the holidays of every year can be delivered")
{
    for (int year = holidays_from_year; year <= holidays_to_year; ++year) {
        CAPTURE(year);
        const auto calendar = office_in(year);
        const auto fault = first_fault(calendar);
        CHECK((fault ? fault->field : "") == "");
        CHECK(std::ranges::is_sorted(calendar.holidays, {}, &holiday::day));
        // Eleven days of the law, from 2026 on one more to decide, and what they give back.
        const auto given_back = std::ranges::count_if(
            calendar.holidays, [](const holiday& one) { return one.name.ends_with("(nghỉ bù)"); });
        const auto named = year >= 2026 ? 12 : 11;
        CHECK(static_cast<int>(calendar.holidays.size()) == named + static_cast<int>(given_back));
    }
    CHECK(holidays_of(holidays_from_year - 1).empty());
    CHECK(holidays_of(holidays_to_year + 1).empty());
    CHECK(swaps_of(2027).empty());
}
