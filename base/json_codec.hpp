#pragma once
// How a type says that it has a JSON form of its own. Light, so that a header of values can declare it.

#include "base/field_error.hpp"

#include <boost/json/fwd.hpp>
#include <boost/system/result.hpp>

namespace motcua::base {

template <class T>
using parsed = boost::system::result<T, field_error>;

/// How a type that is neither a struct, an enum, a number, a string nor a container goes over the wire.
/// A specialization has `write(std::string&, const T&)`, `read(const boost::json::value&) -> parsed<T>` and
/// `schema() -> boost::json::object` (its JSON Schema). Declare it where the type is: a file that did not see
/// it would write the type in another form.
template <class T>
struct json_codec;

} // namespace motcua::base
