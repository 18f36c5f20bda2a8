#pragma once
// How a coroutine here waits for an operation: its error is a value among what it gives, not an exception.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace motcua::base {

inline constexpr auto as_tuple = boost::asio::as_tuple(boost::asio::use_awaitable);

} // namespace motcua::base
