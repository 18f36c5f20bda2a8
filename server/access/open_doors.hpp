#pragma once
// What an office allows to those without a credential.

namespace motcua::api {

struct open_doors
{
    bool reads = false;   ///< board, services, procedures
    bool tickets = false; ///< taking a number
};

} // namespace motcua::api
