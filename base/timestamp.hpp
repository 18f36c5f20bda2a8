#pragma once
// Instants and days as they go over the wire.

#include "base/json_codec.hpp"

#include <chrono>

namespace motcua::base {

/// An instant written as RFC 3339 with the site's offset, "2026-11-23T08:05:00+07:00", in whole seconds (cut,
/// not rounded, so that two of them differ by the very waits that the log reports).
struct timestamp
{
    std::chrono::sys_seconds at{};
    std::chrono::minutes offset{};

    friend bool operator==(const timestamp&, const timestamp&) = default;
};

/// The time on the wall at the site.
inline std::chrono::local_seconds wall_time(const timestamp& instant)
{
    return std::chrono::local_seconds((instant.at + instant.offset).time_since_epoch());
}

/// A day of the site's calendar, "2026-11-23".
struct day
{
    std::chrono::local_days date{};

    // clang-tidy 14 takes the comparison behind a defaulted <=> for a null pointer.
    friend auto operator<=>(const day&, const day&) = default; // NOLINT(modernize-use-nullptr)
};

template <>
struct json_codec<timestamp>
{
    static void write(std::string& out, const timestamp& value);
    static parsed<timestamp> read(const boost::json::value& value);
    static boost::json::object schema();
};

template <>
struct json_codec<day>
{
    static void write(std::string& out, const day& value);
    static parsed<day> read(const boost::json::value& value);
    static boost::json::object schema();
};

/// "2026-11-23"; a day that the calendar does not have, or any other text, is an error.
parsed<day> parse_day(std::string_view text);
std::string format_day(day value);

/// RFC 3339, section 5.6; fractions of a second are cut off.
parsed<timestamp> parse_timestamp(std::string_view text);
std::string format_timestamp(const timestamp& value);

} // namespace motcua::base
