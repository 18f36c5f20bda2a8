#pragma once
// Where the moon and the sun are, as far as the lunar calendar asks. After Jean Meeus, Astronomical
// Algorithms (new moons: chapter 49; the sun: chapter 25), in the form of Hồ Ngọc Đức, "Thuật toán tính âm
// lịch".

#include <chrono>

namespace motcua::domain {

/// UTC with fractions of a day, as astronomers count.
using astronomical_time = std::chrono::sys_time<std::chrono::duration<double, std::chrono::days::period>>;

/// The new moon that is `moon` months after that of 1 January 1900. Within 4 minutes from 1900 to 2100.
astronomical_time new_moon(int moon);

/// The number of the new moon nearest to `at` by the mean month, which is at most one off.
int moon_near(astronomical_time at);

/// The apparent longitude of the sun at `at`, as the twelfth of its circle from the March equinox, 0 to 11:
/// a major term (trung khí) begins each. Within 15 minutes of time.
int sun_sector(astronomical_time at);

} // namespace motcua::domain
