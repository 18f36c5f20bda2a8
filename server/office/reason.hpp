#pragma once
// Why something cannot be done, as a value.

#include <boost/system/result.hpp>
#include <string>

namespace motcua::office {

/// One line for the administrator: which thing is wrong, and why.
struct reason
{
    std::string why;
};

template <class T>
using or_reason = boost::system::result<T, reason>;

} // namespace motcua::office
