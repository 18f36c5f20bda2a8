#include "server/domain/calendar/lunar.hpp"
#include "server/domain/calendar/moon_and_sun.hpp"

namespace motcua::domain {

namespace {

using std::chrono::days;

/// The sector that begins with the winter solstice.
constexpr int solstice_sector = 9;

/// The calendar of one place: moons by number, as new_moon() counts them.
struct moons_at
{
    minutes offset;

    local_day start(int moon) const
    {
        return local_day{std::chrono::floor<days>((new_moon(moon) + offset).time_since_epoch())};
    }

    astronomical_time midnight(local_day day) const
    {
        return astronomical_time{day.time_since_epoch()} - offset;
    }

    /// The moon whose month `day` is in.
    int moon_of(local_day day) const
    {
        auto moon = moon_near(midnight(day)) + 1;
        while (start(moon) > day) {
            --moon;
        }
        return moon;
    }

    /// Where the sun is as the month of `moon` begins.
    int sector(int moon) const { return sun_sector(midnight(start(moon))); }

    /// Month 11 of lunar year `year`, in which the sun reaches the winter solstice. That is over by 31
    /// December, so it is the month of that day or the one before.
    int month_11(int year) const
    {
        const auto moon = moon_of(local_day{std::chrono::year{year} / std::chrono::December / 31});
        return sector(moon) < solstice_sector ? moon : moon - 1;
    }
};

/// Thirteen or twelve moons from month 11 of `year - 1` to the month before the next month 11.
struct moon_year
{
    moon_year(const moons_at& moons, int year)
        : first(moons.month_11(year - 1)), last(moons.month_11(year) - 1)
    {
        if (last - first < 12) {
            return;
        }
        leap = 1;
        while (first + leap < last && moons.sector(first + leap) != moons.sector(first + leap + 1)) {
            ++leap;
        }
    }

    /// Month 11 is place 0; what follows the repeated one is a place later than its number says.
    int number_at(int place) const
    {
        const auto number = leap > 0 && place >= leap ? place - 1 : place;
        return (number + 10) % 12 + 1;
    }

    int first;
    int last;
    /// The place of the leap month; 0 for none.
    int leap{0};
};

/// Months 11 and 12 open the moon year that is named after the next.
int moon_year_of(const lunar_date& date) { return date.month >= 11 ? date.year + 1 : date.year; }

} // namespace

lunar_date lunar_of(local_day day, minutes offset)
{
    const moons_at moons{offset};
    const auto moon = moons.moon_of(day);
    auto year = static_cast<int>(std::chrono::year_month_day{day}.year());
    if (moon >= moons.month_11(year)) {
        ++year;
    }
    const moon_year within(moons, year);
    const auto place = moon - within.first;
    const auto month = within.number_at(place);
    return {.year = month >= 11 ? year - 1 : year,
            .month = month,
            .day = static_cast<int>((day - moons.start(moon)).count()) + 1,
            .leap = within.leap > 0 && place == within.leap};
}

std::optional<local_day> solar_of(const lunar_date& date, minutes offset)
{
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 30) {
        return std::nullopt;
    }
    const moons_at moons{offset};
    const moon_year within(moons, moon_year_of(date));
    auto place = (date.month + 1) % 12;
    if (within.leap > 0 && (date.leap || place >= within.leap)) {
        ++place;
    }
    const auto is_leap = within.leap > 0 && place == within.leap;
    const auto day = moons.start(within.first + place) + days{date.day - 1};
    if (is_leap != date.leap || day >= moons.start(within.first + place + 1)) {
        return std::nullopt;
    }
    return day;
}

std::optional<int> leap_month_of(int year, minutes offset)
{
    const moons_at moons{offset};
    // Months 1 to 10 lie in one moon year, 11 and 12 in the next.
    for (const auto named : {year, year + 1}) {
        const moon_year within(moons, named);
        const auto month = within.number_at(within.leap);
        if (within.leap > 0 && (month >= 11) == (named > year)) {
            return month;
        }
    }
    return std::nullopt;
}

} // namespace motcua::domain
