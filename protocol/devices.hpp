#pragma once
// The messages about devices: how a new one is allowed (the roles of RFC 8628), and what each reports.

#include "base/json.hpp"
#include "base/text.hpp"
#include "base/timestamp.hpp"
#include "protocol/words.hpp"

namespace motcua::protocol {

using base::timestamp;

/// `POST /enrol`
struct enrol
{
    std::string kind;
    text<0, 64> version;
};
BOOST_DESCRIBE_STRUCT(enrol, (), (kind, version))

/// The device shows `user_code`; an administrator who reads it there allows the device.
struct enrolment
{
    std::string device_code;
    std::string user_code;
    timestamp expires_at;
    int interval_s{};
};
BOOST_DESCRIBE_STRUCT(enrolment, (), (device_code, user_code, expires_at, interval_s))

/// `POST /enrol/token`
struct enrol_token
{
    text<1, 128> device_code;
};
BOOST_DESCRIBE_STRUCT(enrol_token, (), (device_code))

/// 202: nobody has allowed the device yet.
struct enrolment_state
{
    std::string state;
};
BOOST_DESCRIBE_STRUCT(enrolment_state, (), (state))

/// 200, once: what the device keeps.
struct device_credential
{
    std::string token;
    std::string site;
    std::string kind;
    std::string name;
    std::optional<std::string> counter;
};
BOOST_DESCRIBE_STRUCT(device_credential, (), (token, site, kind, name, counter))

/// `POST /sites/{site}/devices`
struct new_device
{
    text<1, 16> user_code;
    /// That of the replaced device without one, like kind and counter.
    std::optional<text<1, 64>> name;
    std::optional<std::string> kind;
    std::optional<text<1, 16>> counter;
    /// The device whose place it takes, and whose token ends.
    std::optional<text<1, 64>> replaces;
};
BOOST_DESCRIBE_STRUCT(new_device, (), (user_code, name, kind, counter, replaces))

/// `POST /sites/{site}/device_tokens`
struct device_with_token
{
    text<1, 64> name;
    device_kind kind{};
    std::optional<text<1, 16>> counter;
};
BOOST_DESCRIBE_STRUCT(device_with_token, (), (name, kind, counter))

/// What is not known of a device (it was never heard, or does not report it) is null.
struct device
{
    std::string kind;
    std::string name;
    std::optional<std::string> counter;
    std::optional<std::string> version;
    std::optional<timestamp> last_seen;
    std::string state;
    std::optional<std::string> printer;
    std::optional<std::string> sound;
    std::optional<std::string> last_error;
    std::optional<std::int64_t> uptime_s;
    std::optional<std::int64_t> clock_offset_s;
};
BOOST_DESCRIBE_STRUCT(device, (),
                      (kind, name, counter, version, last_seen, state, printer, sound, last_error, uptime_s,
                       clock_offset_s))

struct device_list
{
    std::vector<device> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(device_list, (), (items, next_cursor))

/// `POST /devices/current/report`. What is left out stays as it was reported before.
struct device_report
{
    std::optional<text<0, 64>> version;
    std::optional<std::int64_t> uptime_s;
    std::optional<std::int64_t> clock_offset_s;
    std::optional<printer_state> printer;
    std::optional<sound_state> sound;
    std::optional<text<0, 300>> last_error;
};
BOOST_DESCRIBE_STRUCT(device_report, (), (version, uptime_s, clock_offset_s, printer, sound, last_error))

} // namespace motcua::protocol
