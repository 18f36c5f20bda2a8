#pragma once
// An assertion that is on in release: what must be, stated where it must be.

#include <boost/assert/source_location.hpp>
#include <string_view>

namespace motcua::base {

/// Writes one line with `what` and the place to standard error, and ends the process with SIGABRT: a state
/// that contradicts itself must not be answered from, and the journal brings the last durable one back.
[[noreturn]] void fail_requirement(std::string_view what, const boost::source_location& where);

/// Ends the process unless `holds`. `what` is a sentence about what must be: "the next event has the next
/// seq". Costs one branch.
inline void require(bool holds, std::string_view what,
                    const boost::source_location& where = BOOST_CURRENT_LOCATION)
{
    if (!holds) [[unlikely]] {
        fail_requirement(what, where);
    }
}

} // namespace motcua::base
