// The lunar calendar, against known days and a table from another computation (tests/data/lunar).

#include "calendar_days.hpp"

#include "server/domain/calendar/lunar.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace motcua::domain;

namespace {

constexpr minutes china_offset = 8h;

local_day tet(int year, minutes offset = vietnam_offset)
{
    return solar_of({.year = year, .month = 1, .day = 1}, offset).value();
}

local_day hung_kings(int year) { return solar_of({.year = year, .month = 3, .day = 10}).value(); }

struct month_row
{
    minutes offset;
    lunar_date first;
    local_day starts;
};

std::vector<month_row> computed_months()
{
    std::ifstream file(std::filesystem::path(MOTCUA_TEST_DATA) / "lunar" / "lunar_months.csv");
    std::string line;
    std::getline(file, line);
    std::vector<month_row> rows;
    while (std::getline(file, line)) {
        std::ranges::replace(line, ',', ' ');
        std::ranges::replace(line, '-', ' ');
        std::istringstream fields(line);
        int offset_hours = 0;
        lunar_date first{.day = 1};
        int year = 0;
        int month = 0;
        int day_of_month = 0;
        fields >> offset_hours >> first.year >> first.month >> first.leap >> year >> month >> day_of_month;
        rows.push_back({std::chrono::hours{offset_hours}, first, day(year, month, day_of_month)});
    }
    return rows;
}

} // namespace

TEST_CASE("Tết is the day that Viet Nam has it, and China's where the zone says so")
{
    CHECK(tet(2007) == day(2007, 2, 17));
    CHECK(tet(2024) == day(2024, 2, 10));
    CHECK(tet(2025) == day(2025, 1, 29));
    CHECK(tet(2026) == day(2026, 2, 17));
    CHECK(tet(2027) == day(2027, 2, 6));
    CHECK(tet(2028) == day(2028, 1, 26));
    CHECK(tet(2029) == day(2029, 2, 13));
    CHECK(tet(2030) == day(2030, 2, 2));
    CHECK(tet(2007, china_offset) == day(2007, 2, 18));
    CHECK(tet(2030, china_offset) == day(2030, 2, 3));
    // The solstice of 1984 fell before midnight in Hà Nội and after it in Beijing: a month apart.
    CHECK(tet(1985) == day(1985, 1, 21));
    CHECK(tet(1985, china_offset) == day(1985, 2, 20));
}

TEST_CASE("the Hùng Kings' day is the tenth of the third lunar month")
{
    CHECK(hung_kings(2024) == day(2024, 4, 18));
    CHECK(hung_kings(2025) == day(2025, 4, 7));
    CHECK(hung_kings(2026) == day(2026, 4, 26));
    CHECK(hung_kings(2027) == day(2027, 4, 16));
    CHECK(hung_kings(2028) == day(2028, 4, 4));
    CHECK(hung_kings(2029) == day(2029, 4, 23));
    CHECK(hung_kings(2030) == day(2030, 4, 12));
}

TEST_CASE("a year of thirteen moons repeats the month without a major term")
{
    CHECK(leap_month_of(2020) == 4);
    CHECK(leap_month_of(2023) == 2);
    CHECK(leap_month_of(2025) == 6);
    CHECK(leap_month_of(2028) == 5);
    CHECK(leap_month_of(2033) == 11);
    for (const int year : {2021, 2022, 2024, 2026, 2027, 2029, 2030, 2032, 2034}) {
        CHECK_FALSE(leap_month_of(year));
    }
}

TEST_CASE("every month of 2020 to 2040 begins where another computation says, in both zones")
{
    const auto rows = computed_months();
    REQUIRE(rows.size() == 520);
    for (const auto& row : rows) {
        CAPTURE(row.offset.count(), row.first.year, row.first.month, row.first.leap);
        CHECK(solar_of(row.first, row.offset) == row.starts);
        CHECK(lunar_of(row.starts, row.offset) == row.first);
        if (row.first.leap) {
            CHECK(leap_month_of(row.first.year, row.offset) == row.first.month);
        }
    }
}

TEST_CASE("a day and its lunar date are found from each other")
{
    lunar_date before = lunar_of(day(1999, 12, 31));
    for (auto at = day(2000, 1, 1); at < day(2060, 1, 1); at += std::chrono::days{1}) {
        const auto date = lunar_of(at);
        if (solar_of(date) != at || (date.day != before.day + 1 && (date.day != 1 || before.day < 29))) {
            CAPTURE(at);
            FAIL("lunar " << date.year << '-' << date.month << '-' << date.day);
        }
        before = date;
    }
}

TEST_CASE("a lunar date that does not exist has no day")
{
    CHECK_FALSE(solar_of({.year = 2026, .month = 6, .day = 1, .leap = true}));
    CHECK_FALSE(solar_of({.year = 2025, .month = 5, .day = 1, .leap = true}));
    CHECK(solar_of({.year = 2025, .month = 6, .day = 1, .leap = true}) == day(2025, 7, 25));
    CHECK_FALSE(solar_of({.year = 2026, .month = 12, .day = 30}));
    CHECK(solar_of({.year = 2026, .month = 12, .day = 29}) == day(2027, 2, 5));
    CHECK_FALSE(solar_of({.year = 2026, .month = 13, .day = 1}));
    CHECK_FALSE(solar_of({.year = 2026, .month = 0, .day = 1}));
    CHECK_FALSE(solar_of({.year = 2026, .month = 1, .day = 31}));
    CHECK_FALSE(solar_of({.year = 2026, .month = 1, .day = 0}));
}
