// A requirement that does not hold ends the process of a server. In the simulation it ends the run: it is a
// finding like any other, with its seed and its script. The linker finds this function before that of
// base/require.cpp.

#include "base/require.hpp"

#include <stdexcept>
#include <string>

namespace motcua::base {

void fail_requirement(std::string_view what, const boost::source_location&)
{
    throw std::logic_error("broken requirement: " + std::string(what));
}

} // namespace motcua::base
