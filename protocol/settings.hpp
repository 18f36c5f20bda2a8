#pragma once
// The messages about the settings of a site: their history, the calendar that follows from them, the audit.
// The settings themselves are described once, as the site has them.

#include "base/json_changes.hpp"
#include "protocol/messages.hpp"

namespace motcua::protocol {

/// One version of the settings: who set it, and what it changed in the one before. The first changed nothing.
struct settings_history_item
{
    int version{};
    timestamp at;
    std::string actor;
    /// Of an officer.
    std::optional<std::string> actor_name;
    std::vector<base::json_change> changes;
};
BOOST_DESCRIBE_STRUCT(settings_history_item, (), (version, at, actor, actor_name, changes))

struct settings_history
{
    std::vector<settings_history_item> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(settings_history, (), (items, next_cursor))

/// `POST /sites/{site}/settings/restore`
struct restore_settings
{
    int version{};
};
BOOST_DESCRIBE_STRUCT(restore_settings, (), (version))

enum class day_kind
{
    working,
    rest,
    holiday,
    swapped_off,
    swapped_on
};
BOOST_DESCRIBE_ENUM(day_kind, working, rest, holiday, swapped_off, swapped_on)

/// A day of the calendar. `confirmed` is false where its holiday still waits for the office to confirm it.
/// Each of `hours` is two times, "07:30" and "11:30".
struct calendar_day
{
    base::day day{};
    day_kind kind{};
    std::string name;
    bool confirmed{};
    std::vector<std::vector<std::string>> hours;
};
BOOST_DESCRIBE_STRUCT(calendar_day, (), (day, kind, name, confirmed, hours))

struct calendar_days
{
    std::vector<calendar_day> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(calendar_days, (), (items, next_cursor))

/// What was done that is not a ticket's matter.
struct audit_item
{
    timestamp at;
    std::string actor;
    /// Of an officer.
    std::optional<std::string> actor_name;
    std::string action;
    std::string target;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(audit_item, (), (at, actor, actor_name, action, target, detail))

struct audit
{
    std::vector<audit_item> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(audit, (), (items, next_cursor))

} // namespace motcua::protocol
