#include "ui/options.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace motcua::ui {

void add_options(CLI::App& app, options& into, const std::string& example)
{
    app.add_option("--server", into.server, "Address of the server, http://HOST:PORT or https://HOST:PORT");
    app.add_option("--token", into.token,
                   "Token of this device; others can read it in the list of processes");
    app.add_option("--token-file", into.token_file,
                   "The file where this device keeps its token (or MOTCUA_TOKEN holds the token)");
    app.add_option("--fingerprint", into.fingerprint,
                   "SHA-256 of the server's certificate in hex, for https; without it a known authority must "
                   "vouch for the server, or the device trusts the one where it is enrolled")
        ->envname("MOTCUA_FINGERPRINT");
    auto* screen =
        app.add_option("--screen", into.place.monitor,
                       "Name or number, from 1, of the monitor to cover; the primary one without it");
    app.add_option_function<std::string>(
           "--windowed", [&into](const std::string& text) { into.place.windowed = parse_placement(text); },
           "A window of this size in pixels, such as " + example + ", instead of the whole screen; " +
               example + "+700+0 puts its corner there")
        ->check([example](const std::string& text) {
            return parse_placement(text) ? std::string() : "is not a size such as " + example;
        })
        ->excludes(screen);
}

std::optional<int> parse(CLI::App& app, int argc, const char* const* argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            return app.exit(error);
        }
        // CLI11 would repeat all that follows a word that is not a command, the token too.
        const auto strange = app.remaining();
        const bool no_command = !app.get_subcommands({}).empty() && app.get_subcommands().empty() &&
                                !strange.empty() && !strange.front().starts_with('-');
        return refuse(app, no_command ? "there is no command " + strange.front() : error.what());
    }
    return std::nullopt;
}

int refuse(const CLI::App& app, const std::string& why)
{
    std::cerr << app.get_name() << ": " << why << '\n';
    return 2;
}

} // namespace motcua::ui
