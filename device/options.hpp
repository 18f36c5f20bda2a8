#pragma once
// The options that every program with a window has, and how a command line is read.

#include "protocol/client/endpoint.hpp"

#include <SFML/System/Vector2.hpp>

#include <optional>

namespace CLI {
class App;
}

namespace motcua::device {

struct options
{
    client::endpoint server;
    /// The whole screen without one.
    std::optional<sf::Vector2u> windowed;
};

/// Adds --server, --token and --windowed (`example`: a size such as "540x960"); they are in `into` after
/// parsing.
void add_options(CLI::App& app, options& into, const std::string& example);

/// Reads the command line. Nothing, or the program's exit code when there is nothing to run: 0 after --help
/// and --version, 2 after one line on stderr about what is wrong.
std::optional<int> parse(CLI::App& app, int argc, const char* const* argv);

} // namespace motcua::device
