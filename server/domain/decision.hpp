#pragma once
// What comes out of decide().

#include "server/domain/commands.hpp"
#include "server/domain/events.hpp"

#include <boost/system/result.hpp>
#include <vector>

namespace motcua::domain {

class site_state;

/// What boost::system::result throws when the events of a refusal are taken: a std::logic_error with its
/// code.
[[noreturn]] void throw_exception_from_error(const refusal& refused, const boost::source_location& where);

/// The events to append, in order; none means that there is nothing to do (nobody waits, the day is already
/// open).
using decision = boost::system::result<std::vector<event_body>, refusal>;

} // namespace motcua::domain
