#pragma once
// The rows that events about the site itself leave behind, not those about tickets.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>

namespace motcua::journal {

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

} // namespace motcua::journal
