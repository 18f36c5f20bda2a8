#include "server/domain/calendar/moon_and_sun.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace motcua::domain {

namespace {

using fractional_days = astronomical_time::duration;

/// Julian day of 1970-01-01 00:00 UTC.
constexpr fractional_days epoch_julian{2440587.5};

constexpr fractional_days mean_month{29.53058868};
constexpr fractional_days first_moon_julian{2415020.75933};

double sine_of_degrees(double angle) { return std::sin(angle * std::numbers::pi / 180); }

/// One periodic term: its size in days and how often each of the three arguments is in its angle.
struct moon_term
{
    double size;
    int sun;
    int moon;
    int node;
};

constexpr std::array<moon_term, 12> moon_terms{{{0.0021, 2, 0, 0},
                                                {-0.4068, 0, 1, 0},
                                                {0.0161, 0, 2, 0},
                                                {-0.0004, 0, 3, 0},
                                                {0.0104, 0, 0, 2},
                                                {-0.0051, 1, 1, 0},
                                                {-0.0074, 1, -1, 0},
                                                {0.0004, 1, 0, 2},
                                                {-0.0004, -1, 0, 2},
                                                {-0.0006, 0, 1, 2},
                                                {0.0010, 0, -1, 2},
                                                {0.0005, 1, 2, 0}}};

/// How far terrestrial time is ahead of UTC, in days; for centuries since 1900.
double clock_difference(double centuries)
{
    return -0.000278 + 0.000265 * centuries + 0.000262 * centuries * centuries;
}

} // namespace

astronomical_time new_moon(int moon)
{
    const double k = moon;
    const double t = k / 1236.85;
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double mean = first_moon_julian.count() + mean_month.count() * k + 0.0001178 * t2 -
                        0.000000155 * t3 + 0.00033 * sine_of_degrees(166.56 + 132.87 * t - 0.009173 * t2);
    const double sun_anomaly = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
    const double moon_anomaly = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
    const double from_node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;

    double correction = (0.1734 - 0.000393 * t) * sine_of_degrees(sun_anomaly);
    for (const auto& term : moon_terms) {
        correction += term.size * sine_of_degrees(term.sun * sun_anomaly + term.moon * moon_anomaly +
                                                  term.node * from_node);
    }
    return astronomical_time{fractional_days{mean + correction - clock_difference(t)} - epoch_julian};
}

int moon_near(astronomical_time at)
{
    const auto since_first = at.time_since_epoch() + epoch_julian - first_moon_julian;
    return static_cast<int>(std::lround(since_first / mean_month));
}

int sun_sector(astronomical_time at)
{
    constexpr fractional_days epoch_2000{2451545.0};
    const double t = (at.time_since_epoch() + epoch_julian - epoch_2000).count() / 36525;
    const double t2 = t * t;
    const double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t2 * t;
    const double mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
    const double centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * sine_of_degrees(anomaly) +
                          (0.019993 - 0.000101 * t) * sine_of_degrees(2 * anomaly) +
                          0.000290 * sine_of_degrees(3 * anomaly);
    const double aberration_and_nutation = -0.00569 - 0.00478 * sine_of_degrees(125.04 - 1934.136 * t);
    const double longitude = mean + centre + aberration_and_nutation;
    return static_cast<int>(std::floor(longitude / 30 - 12 * std::floor(longitude / 360)));
}

} // namespace motcua::domain
