#pragma once
// The command line of motcua-kiosk.

#include "enrolment/device.hpp"
#include "kiosk/printer.hpp"
#include "ui/placement.hpp"

#include <variant>

namespace motcua::kiosk {

struct options
{
    enrolment::device device;
    ui::window_place place;
    printer_place printer;
};

/// The options, or the program's exit code when there is nothing to run: 0 after --help and --version, 2
/// after one line on stderr about the mistake.
std::variant<options, int> parse_options(int argc, const char* const* argv);

} // namespace motcua::kiosk
