#pragma once
// The roles of the interface, and sets of roles.

#include <boost/describe/enum.hpp>
#include <initializer_list>

namespace motcua::access {

enum class role
{
    kiosk,
    display,
    counter, ///< the device of one counter
    clerk,   ///< a member of staff, at the counter where they sit
    manager,
    admin
};
BOOST_DESCRIBE_ENUM(role, kiosk, display, counter, clerk, manager, admin)

/// The roles that may use an endpoint.
class audience
{
public:
    constexpr audience(std::initializer_list<role> roles)
    {
        for (const auto role : roles) {
            roles_ |= bit(role);
        }
    }

    constexpr bool holds(role role) const { return (roles_ & bit(role)) != 0; }

private:
    static constexpr unsigned bit(role role) { return 1U << static_cast<unsigned>(role); }

    unsigned roles_ = 0;
};

inline constexpr audience everyone{role::kiosk, role::display, role::counter,
                                   role::clerk, role::manager, role::admin};
inline constexpr audience at_counter{role::counter, role::clerk};
inline constexpr audience in_charge{role::manager, role::admin};
inline constexpr audience administering{role::admin};
inline constexpr audience any_staff{role::counter, role::clerk, role::manager, role::admin};
inline constexpr audience issuing{role::kiosk, role::counter, role::clerk};

} // namespace motcua::access
