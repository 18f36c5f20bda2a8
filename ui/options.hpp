#pragma once
// The options that every program with a window has, and how a command line is read.

#include "ui/placement.hpp"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace motcua::ui {

struct options
{
    /// As given, empty without; the program reads them.
    std::string server;
    std::string token;
    std::string token_file;
    std::string fingerprint;
    window_place place;
};

/// Adds --server, --token, --token-file, --fingerprint (or MOTCUA_FINGERPRINT in the environment), --screen
/// and --windowed (`example`: a size such as "540x960"); they are in `into` after parsing.
void add_options(CLI::App& app, options& into, const std::string& example);

/// Reads the command line. Nothing, or the program's exit code when there is nothing to run: 0 after --help
/// and --version, 2 after one line on stderr about the mistake.
std::optional<int> parse(CLI::App& app, int argc, const char* const* argv);

/// Says in one line on stderr why the command line cannot be used. The exit code for that.
int refuse(const CLI::App& app, const std::string& why);

} // namespace motcua::ui
