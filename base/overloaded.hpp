#pragma once
// Several lambdas as one function object, for std::visit.

namespace motcua::base {

template <class... Functions>
struct overloaded : Functions...
{
    using Functions::operator()...;
};
// clang 14 needs the guide.
template <class... Functions>
overloaded(Functions...) -> overloaded<Functions...>;

} // namespace motcua::base
