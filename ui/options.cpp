#include "ui/options.hpp"

#include "ui/window.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace motcua::ui {

void add_options(CLI::App& app, options& into, server_taker take_server, const std::string& example)
{
    struct words
    {
        std::string url;
        std::string token;
        std::string size;
    };
    const auto given = std::make_shared<words>();
    app.add_option("--server", given->url, "Address of the server, http://HOST:PORT")->required();
    app.add_option("--token", given->token, "Token of this device")->required();
    app.add_option("--windowed", given->size,
                   "A window of so many pixels, such as " + example + ", instead of the whole screen")
        ->check([example](const std::string& text) {
            return parse_size(text) ? std::string() : "is not a size such as " + example;
        });
    app.callback([given, &into, take_server = std::move(take_server)] {
        const auto wrong = take_server(given->url, given->token);
        if (!wrong.empty()) throw CLI::ValidationError(wrong);
        into.windowed = parse_size(given->size);
    });
}

std::optional<int> parse(CLI::App& app, int argc, const char* const* argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);
        // CLI11 would repeat all that follows a word that is no command, the token too.
        const auto strange = app.remaining();
        const bool no_command = !app.get_subcommands({}).empty() && app.get_subcommands().empty() &&
                                !strange.empty() && !strange.front().starts_with('-');
        std::cerr << app.get_name() << ": "
                  << (no_command ? "there is no command " + strange.front() : e.what()) << '\n';
        return 2;
    }
    return std::nullopt;
}

} // namespace motcua::ui
