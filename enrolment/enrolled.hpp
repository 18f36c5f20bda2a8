#pragma once
// The way of a window past its enrolment: it is shown once its device is allowed, and the enrolment again
// once the device is not.

#include "enrolment/device.hpp"
#include "logging/line.hpp"
#include "protocol/words.hpp"
#include "ui/run.hpp"

#include <functional>

namespace motcua::enrolment {

/// What a shown window tells about its device; it goes into the next report to the server.
struct reporting
{
    std::function<void(protocol::printer_state)> printer;
    /// The log, whose warnings and errors are reported too.
    logging::line_function log;
};

struct enrolled_window
{
    /// On the wire: "kiosk", "console", "board".
    std::string kind;
    /// The code of the language in which its enrolment begins.
    std::string language = "vi";
    /// Its enrolment draws a keyboard.
    bool draws_keyboard = false;
    /// Shows the window itself with a server and a token. True: the token was revoked. False: the program
    /// ends.
    std::function<bool(const client::server_address&, const reporting&)> show;
};

/// Shows the window whenever server and token are known, before that the screens by which they come to be
/// known; returns when the program ends. While the window is shown, the device reports to the server now and
/// then, with its own token. A revoked token is dropped from the device's file. Throws memory_error.
void show_enrolled(device known, const enrolled_window& window, const ui::show& show,
                   const logging::line_function& log);

} // namespace motcua::enrolment
