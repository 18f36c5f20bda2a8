// What a day is, and when the hall is open.

#include "calendar_days.hpp"

#include <algorithm>

using namespace motcua::domain;

namespace {

office_calendar open_all_day() { return {.holidays = holidays_of(2026)}; }

const auto culture_day = day(2026, 11, 24);

office_calendar with_culture_day_confirmed()
{
    auto calendar = office_in(2026);
    for (auto& one : calendar.holidays) {
        one.confirmed = one.confirmed || one.day.date == culture_day;
    }
    return calendar;
}

const auto a_monday = day(2026, 11, 23);

/// A week of `hours` from Monday on, nothing on Sunday.
office_calendar every_workday(const day_hours& hours)
{
    return {.hours = week_hours{hours, hours, hours, hours, hours, hours, {}}};
}

} // namespace

TEST_CASE("the working days of Lai Châu's eight months are counted as there")
{
    office_calendar calendar{.hours = usual_week()};
    for (const auto off :
         {day(2020, 1, 1), day(2020, 1, 23), day(2020, 1, 24), day(2020, 1, 27), day(2020, 1, 28),
          day(2020, 1, 29), day(2020, 4, 2), day(2020, 4, 30), day(2020, 5, 1)}) {
        calendar.holidays.push_back({.day = {off}, .name = "nghỉ", .confirmed = true});
    }
    CHECK(count_working_days(calendar, day(2019, 9, 3), day(2020, 5, 12)) == 172);
}

TEST_CASE("a day given back, a worked Saturday and its Monday are what was announced")
{
    const auto calendar = office_in(2026);
    CHECK_FALSE(is_working_day(calendar, day(2026, 4, 27)));
    CHECK(is_working_day(calendar, day(2026, 8, 22)));
    CHECK_FALSE(is_working_day(calendar, day(2026, 8, 31)));
    CHECK(is_working_day(calendar, culture_day));
    CHECK_FALSE(is_working_day(with_culture_day_confirmed(), culture_day));
}

TEST_CASE("a day has the kind and the name that the calendar gives it")
{
    auto calendar = office_in(2026);
    CHECK(kind_of(calendar, a_monday) == day_kind::working);
    CHECK(kind_of(calendar, day(2026, 11, 28)) == day_kind::rest);
    CHECK(kind_of(calendar, day(2026, 9, 2)) == day_kind::holiday);
    CHECK(kind_of(calendar, day(2026, 8, 31)) == day_kind::swapped_off);
    CHECK(kind_of(calendar, day(2026, 8, 22)) == day_kind::swapped_on);
    CHECK(name_of(calendar, day(2026, 9, 2)) == "Quốc khánh");
    CHECK(name_of(calendar, culture_day) == "Ngày Văn hóa Việt Nam");
    CHECK(name_of(calendar, a_monday).empty());
    calendar.exceptions = {{.day = on(2026, 9, 2), .hours = {}, .name = "Trực"}, {.day = {culture_day}}};
    CHECK(name_of(calendar, day(2026, 9, 2)) == "Trực");
    CHECK(name_of(calendar, culture_day) == "Ngày Văn hóa Việt Nam");
    calendar.hours.sat = {{7h, 11h}};
    CHECK(kind_of(calendar, day(2026, 11, 28)) == day_kind::working);
}

TEST_CASE("a holiday that closes is one before it is confirmed")
{
    auto calendar = office_in(2027);
    CHECK(kind_of(calendar, day(2027, 2, 8)) == day_kind::holiday);
    for (auto& one : calendar.holidays) {
        one.closes = false;
    }
    CHECK(kind_of(calendar, day(2027, 2, 8)) == day_kind::working);
    CHECK(hours_of(calendar, day(2027, 2, 8)) == usual_hours);
}

TEST_CASE("the hours of a day follow from what it is")
{
    auto calendar = with_culture_day_confirmed();
    calendar.hours.mon = {{8h, 12h}};
    CHECK(hours_of(calendar, a_monday) == day_hours{{8h, 12h}});
    CHECK(hours_of(calendar, culture_day).empty());
    CHECK(hours_of(calendar, day(2026, 11, 25)) == usual_hours);
    CHECK(hours_of(calendar, day(2026, 11, 28)).empty());
    CHECK(hours_of(calendar, day(2026, 8, 31)).empty());
    // The Saturday that is worked for a Monday.
    CHECK(hours_of(calendar, day(2026, 8, 22)) == day_hours{{8h, 12h}});
}

TEST_CASE("an exception's hours come before everything else")
{
    const day_hours short_day{{8h, 10h}};
    for (auto calendar : {office_in(2026), open_all_day()}) {
        calendar.exceptions = {{.day = a_monday, .hours = {}, .name = "bão"},
                               {.day = on(2026, 9, 2), .hours = short_day},
                               {.day = on(2026, 11, 28), .hours = short_day},
                               {.day = on(2026, 8, 22), .hours = short_day}};
        CHECK(hours_of(calendar, a_monday).empty());
        CHECK(hours_of(calendar, day(2026, 9, 2)) == short_day);
        CHECK(hours_of(calendar, day(2026, 11, 28)) == short_day);
        CHECK(hours_of(calendar, day(2026, 8, 22)) == short_day);
        CHECK(is_working_day(calendar, a_monday));
        CHECK_FALSE(is_working_day(calendar, day(2026, 11, 28)));
    }
}

TEST_CASE("a hall without hours is open all day while its days keep their kind")
{
    const auto calendar = open_all_day();
    const day_hours whole_day{{0h, 24h}};
    for (const auto at : {a_monday, day(2026, 9, 2), day(2026, 11, 28), day(2026, 11, 29)}) {
        CHECK(hours_of(calendar, at) == whole_day);
        CHECK(is_open(calendar, at + 0h));
    }
    CHECK(kind_of(calendar, a_monday) == day_kind::working);
    CHECK(kind_of(calendar, day(2026, 9, 2)) == day_kind::holiday);
    CHECK(kind_of(calendar, day(2026, 11, 28)) == day_kind::rest);
    CHECK(kind_of(calendar, day(2026, 11, 29)) == day_kind::rest);
    CHECK_FALSE(next_opening(calendar, a_monday + 8h));
    CHECK(closes_at(calendar, a_monday + 8h) == closing{});
}

TEST_CASE("the hall is open from the first minute of its hours to the last")
{
    const auto calendar = office_in(2026);
    CHECK_FALSE(is_open(calendar, a_monday + 7h + 30min - 1us));
    CHECK(is_open(calendar, a_monday + 7h + 30min));
    CHECK(is_open(calendar, a_monday + 11h + 30min - 1us));
    CHECK_FALSE(is_open(calendar, a_monday + 11h + 30min));
    CHECK_FALSE(is_open(calendar, a_monday + 12h));
    CHECK(is_open(calendar, a_monday + 13h));
    CHECK_FALSE(is_open(calendar, a_monday + 17h));
}

TEST_CASE("the next opening lies after the break, the night, the weekend or the holiday")
{
    const auto calendar = with_culture_day_confirmed();
    CHECK(next_opening(calendar, a_monday + 7h) == a_monday + 7h + 30min);
    CHECK(next_opening(calendar, a_monday + 7h + 30min) == a_monday + 13h);
    CHECK(next_opening(calendar, a_monday + 12h) == a_monday + 13h);
    CHECK(next_opening(calendar, a_monday + 18h) == day(2026, 11, 25) + 7h + 30min);
    CHECK(next_opening(calendar, day(2026, 11, 27) + 17h) == day(2026, 11, 30) + 7h + 30min);
    CHECK(next_opening(calendar, day(2026, 8, 28) + 17h) == day(2026, 9, 3) + 7h + 30min);
    CHECK(next_opening(calendar, day(2026, 8, 21) + 17h) == day(2026, 8, 22) + 7h + 30min);
}

TEST_CASE("an opening is looked for a year ahead and no longer")
{
    office_calendar calendar{.hours = week_hours{}};
    CHECK_FALSE(next_opening(calendar, a_monday + 8h));
    calendar.exceptions = {{.day = a_monday + std::chrono::days{366}, .hours = usual_hours}};
    CHECK(next_opening(calendar, a_monday + 8h) == a_monday + std::chrono::days{366} + 7h + 30min);
    calendar.exceptions[0].day.date += std::chrono::days{1};
    CHECK_FALSE(next_opening(calendar, a_monday + 8h));
}

TEST_CASE("the hall closes for the break, and for the day when its last hours end")
{
    const auto calendar = office_in(2026);
    CHECK(closes_at(calendar, a_monday + 8h) == closing{a_monday + 11h + 30min, a_monday + 17h});
    CHECK(closes_at(calendar, a_monday + 12h) == closing{std::nullopt, a_monday + 17h});
    CHECK(closes_at(calendar, a_monday + 16h) == closing{a_monday + 17h, a_monday + 17h});
    CHECK(closes_at(calendar, a_monday + 6h) == closing{std::nullopt, a_monday + 17h});
    CHECK(closes_at(calendar, a_monday + 17h) == closing{});
    CHECK(closes_at(calendar, day(2026, 11, 28) + 8h) == closing{});
}

TEST_CASE("hours that touch are open through, also across midnight")
{
    const auto halves = every_workday({{8h, 12h}, {12h, 16h}});
    CHECK(closes_at(halves, a_monday + 9h) == closing{a_monday + 16h, a_monday + 16h});
    CHECK(next_opening(halves, a_monday + 9h) == a_monday + 24h + 8h);

    const auto nights = every_workday({{0h, 6h}, {20h, 24h}});
    CHECK(closes_at(nights, a_monday + 21h) == closing{a_monday + 30h, a_monday + 30h});
    CHECK(closes_at(nights, a_monday + 25h) == closing{a_monday + 30h, a_monday + 54h});
    CHECK(next_opening(nights, a_monday + 21h) == a_monday + 44h);
    const auto saturday = day(2026, 11, 28);
    CHECK(closes_at(nights, saturday + 21h) == closing{saturday + 24h, saturday + 24h});
    CHECK(next_opening(nights, saturday + 21h) == saturday + 48h);
    CHECK(next_opening(every_workday({{0h, 24h}}), a_monday + 9h) == a_monday + std::chrono::days{7});
}

TEST_CASE("a week's openings leave out the weekend and a holiday")
{
    const auto calendar = with_culture_day_confirmed();
    std::vector<local_day> open;
    for (auto at = a_monday; at < a_monday + std::chrono::days{7}; at += std::chrono::days{1}) {
        if (const auto hours = hours_of(calendar, at); !hours.empty()) {
            CHECK(hours == usual_hours);
            open.push_back(at);
        }
    }
    CHECK(open == std::vector{a_monday, day(2026, 11, 25), day(2026, 11, 26), day(2026, 11, 27)});
}

TEST_CASE("a year's calendar is made in a millisecond")
{
    auto calendar = office_in(2026);
    for (const int year : {2024, 2025}) {
        const auto more = holidays_of(year);
        calendar.holidays.insert(calendar.holidays.end(), more.begin(), more.end());
    }
    REQUIRE(calendar.holidays.size() > 30);
    // The best of a few runs, since others may have the processor; and a bound ten times as wide as promised.
    auto best = std::chrono::steady_clock::duration::max();
    std::size_t open_days = 0;
    for (int run = 0; run < 5; ++run) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < 366; ++i) {
            const auto at = day(2026, 1, 1) + std::chrono::days{i};
            open_days += is_working_day(calendar, at) && !hours_of(calendar, at).empty() ? 1U : 0U;
        }
        best = std::min(best, std::chrono::steady_clock::now() - start);
    }
    CHECK(open_days > 5 * 240);
    CAPTURE(std::chrono::duration_cast<std::chrono::microseconds>(best).count());
    CHECK(best < 10ms);
}
