#include "server/domain/calendar/time_zone.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace motcua::domain {

namespace {

/// The offsets of the world go from -12 to +14 hours.
constexpr minutes offset_min{-12 * 60};
constexpr minutes offset_max{14 * 60};

local_time wall_time(instant at, minutes offset) { return local_time{at.time_since_epoch() + offset}; }

std::string two_digits(std::int64_t number)
{
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

} // namespace

minutes offset_at(const time_zone& zone, instant at)
{
    const auto next = std::ranges::upper_bound(zone.transitions, at, {}, &zone_transition::from);
    return next == zone.transitions.begin() ? zone.first_offset : std::prev(next)->offset;
}

local_time to_local(const time_zone& zone, instant at) { return wall_time(at, offset_at(zone, at)); }

instant to_instant(const time_zone& zone, local_time at)
{
    // By the offset of the day before no transition of the day has happened yet: where `at` comes before the
    // transition by that offset, it is the first; after it, the offset of the day after counts, unless that
    // leads back to before the transition, in the gap.
    const instant roughly{at.time_since_epoch()};
    const auto before = offset_at(zone, roughly - std::chrono::days{1});
    const auto after = offset_at(zone, roughly + std::chrono::days{1});
    const instant early{at.time_since_epoch() - before};
    if (before == after || offset_at(zone, early) == before) {
        return early;
    }
    const instant late{at.time_since_epoch() - after};
    return offset_at(zone, late) == after ? late : early;
}

time_zone fixed_zone(minutes offset)
{
    const auto size = std::abs(offset.count());
    return {.name = std::string("UTC") + (offset < minutes{0} ? '-' : '+') + two_digits(size / 60) + ":" +
                    two_digits(size % 60),
            .first_offset = offset,
            .transitions = {}};
}

std::optional<time_zone> find_fixed_zone(std::string_view name)
{
    constexpr std::string_view form = "UTC+00:00";
    if (name.size() != form.size() || !name.starts_with("UTC")) {
        return std::nullopt;
    }
    int hours = 0;
    int rest = 0;
    const auto* text = name.data();
    const auto read_hours = std::from_chars(text + 4, text + 6, hours);
    const auto read_rest = std::from_chars(text + 7, text + 9, rest);
    if (read_hours.ptr != text + 6 || read_rest.ptr != text + 9 || rest >= 60) {
        return std::nullopt;
    }
    const minutes size{hours * 60 + rest};
    auto zone = fixed_zone(name[3] == '-' ? -size : size);
    const bool exists = zone.first_offset >= offset_min && zone.first_offset <= offset_max;
    return exists && zone.name == name ? std::optional{std::move(zone)} : std::nullopt;
}

std::optional<time_zone> find_lone_zone(const std::string& name)
{
    return name == zone_of_vietnam().name ? std::optional{zone_of_vietnam()} : find_fixed_zone(name);
}

const time_zone& zone_of_vietnam()
{
    static const time_zone zone{.name = "Asia/Ho_Chi_Minh", .first_offset = minutes{420}, .transitions = {}};
    return zone;
}

} // namespace motcua::domain
