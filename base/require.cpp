#include "base/require.hpp"

#include <cstdio>
#include <cstdlib>

namespace motcua::base {

void fail_requirement(std::string_view what, const boost::source_location& where)
{
    std::fprintf(stderr, "motcua: broken requirement at %s:%u: %.*s\n", where.file_name(),
                 static_cast<unsigned>(where.line()), static_cast<int>(what.size()), what.data());
    std::abort();
}

} // namespace motcua::base
