#pragma once
// The named limits of an office's calendar.

#include <cstddef>

namespace motcua::domain {

/// Openings of one day: a hall with a lunch break has two.
constexpr std::size_t spans_per_day_max = 8;

/// Ten years of some 30 holidays and given-back days each fit.
constexpr std::size_t holidays_max = 400;
constexpr std::size_t calendar_exceptions_max = 400;
constexpr std::size_t swaps_max = 100;

/// Characters of the name of a holiday or an exception, and of a source.
constexpr std::size_t calendar_name_max = 100;
constexpr std::size_t calendar_source_max = 200;

/// How far ahead an opening is looked for: a hall that has none in a year has none.
constexpr int opening_days_max = 366;

} // namespace motcua::domain
