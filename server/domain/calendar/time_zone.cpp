#include "server/domain/calendar/time_zone.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace motcua::domain {

namespace {

/// The offsets of the world go from -12 to +14 hours.
constexpr minutes offset_min{-12 * 60};
constexpr minutes offset_max{14 * 60};

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

local_time to_local(const time_zone& zone, instant at)
{
    return local_time{at.time_since_epoch() + offset_at(zone, at)};
}

instant to_instant(const time_zone& zone, local_time at)
{
    const auto under = [&](minutes offset) { return instant{at.time_since_epoch() - offset}; };
    auto offset = zone.first_offset;
    for (const auto& next : zone.transitions) {
        // Before the transition by the old offset: `at` comes here first. By the new one only: it is in a
        // gap, and the old offset moves it forward.
        if (under(offset) < next.from || under(next.offset) < next.from) {
            break;
        }
        offset = next.offset;
    }
    return under(offset);
}

instant first_instant(const time_zone& zone, local_time at)
{
    const auto shown = to_instant(zone, at);
    if (to_local(zone, shown) == at) {
        return shown;
    }
    const auto next = std::ranges::upper_bound(zone.transitions, shown, {}, &zone_transition::from);
    base::require(next != zone.transitions.begin(), "only a transition skips a time");
    return std::prev(next)->from;
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
