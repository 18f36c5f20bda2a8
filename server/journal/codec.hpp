#pragma once
// Domain values as the store keeps them: instants in microseconds UTC, durations as whole counts, days as
// days since 1970, bits as hex digits. Everything else follows from the described structs.

#include "base/duration_json.hpp"
#include "server/domain/site_state.hpp"

namespace motcua::base {

/// A type that is kept as one integer. `Convert` turns it into that integer and back.
template <class T, class Convert>
struct integer_codec
{
    static void write(std::string& out, const T& value) { write_json(out, Convert::to(value)); }

    static parsed<T> read(const boost::json::value& value)
    {
        const auto number = read_json<std::int64_t>(value);
        if (!number) {
            return number.error();
        }
        return Convert::from(*number);
    }
};

struct instant_as_integer
{
    static std::int64_t to(domain::instant value) { return value.time_since_epoch().count(); }
    static domain::instant from(std::int64_t count)
    {
        return domain::instant{std::chrono::microseconds{count}};
    }
};

struct day_as_integer
{
    static std::int64_t to(domain::local_day value) { return value.time_since_epoch().count(); }
    static domain::local_day from(std::int64_t count)
    {
        return domain::local_day{std::chrono::days{static_cast<int>(count)}};
    }
};

template <class Id>
struct id_as_integer
{
    static std::int64_t to(Id value) { return static_cast<std::int64_t>(value); }
    static Id from(std::int64_t count) { return Id{count}; }
};

template <>
struct json_codec<domain::instant> : integer_codec<domain::instant, instant_as_integer>
{};
template <>
struct json_codec<domain::local_day> : integer_codec<domain::local_day, day_as_integer>
{};
template <>
struct json_codec<domain::ticket_id> : integer_codec<domain::ticket_id, id_as_integer<domain::ticket_id>>
{};
template <>
struct json_codec<domain::block_id> : integer_codec<domain::block_id, id_as_integer<domain::block_id>>
{};
template <>
struct json_codec<domain::session_id> : integer_codec<domain::session_id, id_as_integer<domain::session_id>>
{};
template <>
struct json_codec<domain::appointment_id>
    : integer_codec<domain::appointment_id, id_as_integer<domain::appointment_id>>
{};
template <>
struct json_codec<domain::closure_id> : integer_codec<domain::closure_id, id_as_integer<domain::closure_id>>
{};

/// 128 bits as 32 hex digits.
template <>
struct json_codec<std::array<std::uint8_t, 16>>
{
    static void write(std::string& out, const std::array<std::uint8_t, 16>& value);
    static parsed<std::array<std::uint8_t, 16>> read(const boost::json::value& value);
};

} // namespace motcua::base

namespace motcua::journal {

/// An event's column `kind`: "ticket_issued".
std::string_view kind_of(const domain::event_body& body);

/// Appends an event's column `body`, which is JSON.
void write_body(std::string& out, const domain::event_body& body);

/// An event's column `version`: how often its body or its name has changed, counted from 1.
int version_number(const domain::event_body& body);

/// The event that was stored under `kind` in version `version`, lifted to the present struct. An unknown kind
/// or version, or a body that does not fit, is an error.
base::parsed<domain::event_body> decode(std::string_view kind, std::int64_t version, std::string_view body);

/// A request key as the column `key`: both halves one after the other.
using key_bytes = std::array<std::uint8_t, 32>;
key_bytes bytes_of(const domain::request_key& key);
/// None when `bytes` are not a key.
std::optional<domain::request_key> key_from(std::string_view bytes);

} // namespace motcua::journal
