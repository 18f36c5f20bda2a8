#pragma once
// The options that every program with a window has, and how a command line is read.

#include <SFML/System/Vector2.hpp>

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace motcua::ui {

struct options
{
    /// The whole screen without one.
    std::optional<sf::Vector2u> windowed;
};

/// Takes the address of the server and the token of the device; what is wrong with them, or an empty text.
using server_taker = std::function<std::string(const std::string& url, const std::string& token)>;

/// Adds --server, --token and --windowed (`example`: a size such as "540x960"). While the command line is
/// read the first two are given to `take_server`, the third goes to `into`.
void add_options(CLI::App& app, options& into, server_taker take_server, const std::string& example);

/// Reads the command line. Nothing, or the program's exit code when there is nothing to run: 0 after --help
/// and --version, 2 after one line on stderr about what is wrong.
std::optional<int> parse(CLI::App& app, int argc, const char* const* argv);

} // namespace motcua::ui
