#pragma once
// The command line of motcua-counter.

#include "enrolment/device.hpp"
#include "ui/placement.hpp"

#include <string>
#include <variant>

namespace motcua::counter {

enum class command
{
    console,
    board
};

struct options
{
    counter::command command{};
    enrolment::device device;
    ui::window_place place;
    /// The code of the screen's language.
    std::string language = "vi";
};

/// The options, or the program's exit code when there is nothing to run: 0 after --help and --version, 2
/// after one line on stderr about the mistake.
std::variant<options, int> parse_options(int argc, const char* const* argv);

} // namespace motcua::counter
