#pragma once
// What can happen to the devices of a site.

#include "server/domain/types.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::domain {

struct event;

enum class device_kind
{
    kiosk,
    console,
    board,
    sign,
    rating,
    manager, ///< other software, which reads and acts as a manager
    admin    ///< other software, which acts as an administrator
};
BOOST_DESCRIBE_ENUM(device_kind, kiosk, console, board, sign, rating, manager, admin)

/// An administrator allowed it. Its token, or what it must show to get one, is an erasable row.
struct device_added
{
    static constexpr std::string_view kind = "device_added";
    static constexpr int version = 1;

    std::string device;
    device_kind as{};
    std::optional<counter_code> counter;
    /// A console that needs no officer to sign in: only in the demo.
    bool acts_alone{};
    /// It has its token already.
    bool has_token{};
    /// The device whose place it takes, which is gone. May have the same name.
    std::optional<std::string> replaces;
};
BOOST_DESCRIBE_STRUCT(device_added, (), (device, as, counter, acts_alone, has_token, replaces))

/// It took its token, once.
struct device_token_taken
{
    static constexpr std::string_view kind = "device_token_taken";
    static constexpr int version = 1;

    std::string device;
};
BOOST_DESCRIBE_STRUCT(device_token_taken, (), (device))

struct device_revoked
{
    static constexpr std::string_view kind = "device_revoked";
    static constexpr int version = 1;

    std::string device;
};
BOOST_DESCRIBE_STRUCT(device_revoked, (), (device))

} // namespace motcua::domain
