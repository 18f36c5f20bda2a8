#pragma once
// The rows that events about the site itself leave behind, not those about tickets.

#include "server/domain/types.hpp"
#include "server/tables/table_of.hpp"

#include <boost/describe/class.hpp>
#include <string>

namespace motcua::tables {

using domain::instant;

/// The settings of a site as they were set once; versions count from 1.
struct settings_row
{
    int version{};
    std::int64_t seq{};
    instant at;
    std::string actor;
    /// The whole settings as JSON.
    std::string body;

    friend bool operator==(const settings_row&, const settings_row&) = default;
};
BOOST_DESCRIBE_STRUCT(settings_row, (), (version, seq, at, actor, body))

template <>
struct table_of<settings_row>
{
    static constexpr std::string_view name = "settings_version";
    static constexpr std::array<std::string_view, 1> key{"version"};
    static constexpr std::array<renamed_column, 0> renamed{};
};

/// Who did what to what, and when.
struct audit_row
{
    std::int64_t seq{};
    instant at;
    std::string actor;
    std::string action;
    std::string target;
    std::string detail;

    friend bool operator==(const audit_row&, const audit_row&) = default;
};
BOOST_DESCRIBE_STRUCT(audit_row, (), (seq, at, actor, action, target, detail))

template <>
struct table_of<audit_row>
{
    static constexpr std::string_view name = "audit";
    static constexpr std::array<std::string_view, 1> key{"seq"};
    static constexpr std::array<renamed_column, 0> renamed{};
};

} // namespace motcua::tables
