#pragma once
// The settings of a site as events of version 1 hold them, and what they are today.

#include <boost/json/object.hpp>

namespace motcua::journal {

/// The body of `site_configured` from version 1 to version 2. Its offset of 420 minutes becomes
/// Asia/Ho_Chi_Minh, any other a fixed one; what version 1 did not know has its delivered value, but nothing
/// is public, and the site is open round the clock.
void lift_settings_from_1(boost::json::object& body);

/// From version 2 to version 3, which knows more of appointments.
void lift_settings_from_2(boost::json::object& body);

} // namespace motcua::journal
