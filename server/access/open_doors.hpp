#pragma once
// What an office allows without a credential.

namespace motcua::access {

struct open_doors
{
    bool reads = false;   ///< board, services, procedures
    bool tickets = false; ///< take a number
};

} // namespace motcua::access
