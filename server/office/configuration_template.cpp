#include "server/office/configuration_template.hpp"

#include <fmt/format.h>

namespace motcua::office {

std::string configuration_template(const std::string& site)
{
    return fmt::format(R"(# Motcua: the server of a reception hall. Lines that begin with # are comments.
# Restart the server after a change. The settings of the hall itself are not here: see
#   motcua-server settings --help

# Where it listens. 0.0.0.0:8080 lets kiosks and counters on other machines in.
listen = "127.0.0.1:8080"

# The name of the hall in addresses. It was given when the office was made, and stays.
[site]
code = "{}"
)",
                       site);
}

} // namespace motcua::office
