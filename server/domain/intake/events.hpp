#pragma once
// What can happen to the intake of a site.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::domain {

/// Of one service; without one, of the whole site.
struct intake_suspended
{
    static constexpr std::string_view kind = "intake_suspended";
    static constexpr int version = 1;

    std::optional<service_code> service;
    std::string reason;
    /// None: until it is resumed.
    std::optional<instant> until;
};
BOOST_DESCRIBE_STRUCT(intake_suspended, (), (service, reason, until))

/// It may not have been suspended.
struct intake_resumed
{
    static constexpr std::string_view kind = "intake_resumed";
    static constexpr int version = 1;

    std::optional<service_code> service;
};
BOOST_DESCRIBE_STRUCT(intake_resumed, (), (service))

} // namespace motcua::domain
