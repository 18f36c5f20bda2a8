#pragma once
// What can be asked about devices. Tokens are made and stored outside.

#include "server/domain/devices/events.hpp"

namespace motcua::domain {

/// What is left out is that of the replaced device.
struct add_device
{
    std::optional<std::string> device;
    std::optional<device_kind> as;
    std::optional<counter_code> counter;
    bool acts_alone{};
    bool has_token{};
    std::optional<std::string> replaces;
};

struct take_device_token
{
    std::string device;
    /// The event that allowed it.
    std::int64_t added{};
};

struct revoke_device
{
    std::string device;
};

} // namespace motcua::domain
