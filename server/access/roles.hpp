#pragma once
// Who may ask for what: the roles of the interface, and sets of them.

#include <boost/describe/enum.hpp>
#include <initializer_list>

namespace motcua::api {

enum class role
{
    kiosk,
    display,
    counter, ///< the device of one counter
    clerk,   ///< a member of staff, at the counter where he sits
    manager,
    admin
};
BOOST_DESCRIBE_ENUM(role, kiosk, display, counter, clerk, manager, admin)

/// The roles that a call is for, and whether it is for those without a credential too.
class audience
{
public:
    constexpr audience(std::initializer_list<role> roles)
    {
        for (const auto one : roles) {
            roles_ |= bit(one);
        }
    }

    constexpr bool holds(role one) const { return (roles_ & bit(one)) != 0; }

private:
    static constexpr unsigned bit(role one) { return 1U << static_cast<unsigned>(one); }

    unsigned roles_ = 0;
};

inline constexpr audience everyone{role::kiosk, role::display, role::counter,
                                   role::clerk, role::manager, role::admin};
inline constexpr audience at_counter{role::counter, role::clerk};
inline constexpr audience in_charge{role::manager, role::admin};
inline constexpr audience administering{role::admin};
inline constexpr audience any_staff{role::counter, role::clerk, role::manager, role::admin};
inline constexpr audience issuing{role::kiosk, role::counter, role::clerk};

} // namespace motcua::api
