#pragma once
// The way of the console between its device and its officers: straight to the counter where nobody signs in,
// otherwise from each sign-in to the console of that officer and back.

#include "client/server_address.hpp"
#include "logging/line.hpp"
#include "ui/run.hpp"

#include <filesystem>

namespace motcua::counter::sign_in {

struct console_place
{
    /// The code of the language in which the screens begin.
    std::string language;
    /// Ends when the device's token is revoked, so that it can get another.
    bool ends_when_revoked = false;
    /// Where the names of the officers are kept.
    std::filesystem::path file;
};

/// Shows console and sign-in by turns, with the device's token of `device` and those of the officers. True:
/// the device's token is revoked. False: the program ends.
bool show_console(const client::server_address& device, const console_place& place, const ui::show& show,
                  const logging::line_function& log);

} // namespace motcua::counter::sign_in
