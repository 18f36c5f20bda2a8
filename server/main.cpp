// The server of a reception hall: its commands and their options.

#include "server/commands/commands.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <sodium.h>

namespace {

using namespace motcua;

/// An option that is given says something: an empty one is a slip, such as a variable that was not set.
std::string not_empty(const std::string& value) { return value.empty() ? "it is empty" : ""; }

struct command_line
{
    CLI::App app{"The server of a reception hall: numbers, counters, boards and the wait-time log.",
                 "motcua-server"};
    std::string folder;
    bool demo = false;
    std::string listen;
    std::string configuration;
    CLI::App* init = nullptr;
    CLI::App* serve = nullptr;
    CLI::App* verify = nullptr;

    command_line()
    {
        app.set_version_flag("--version", "motcua-server " MOTCUA_VERSION);
        app.require_subcommand(1);
        init = app.add_subcommand("init", "Make the data folder of an office");
        init->add_flag("--demo", demo, "Make the demo office, and write its tokens to DIR/demo.json");
        serve = app.add_subcommand("serve", "Run until SIGTERM or SIGINT");
        serve
            ->add_option("--listen", listen,
                         "ADDRESS:PORT instead of the configuration's; port 0 takes a free one")
            ->check(not_empty);
        serve->add_option("--config", configuration, "A configuration file instead of DIR/motcua.toml")
            ->check(not_empty);
        verify = app.add_subcommand("verify", "Replay the journal and check all that follows from it");
        for (auto* command : {init, serve, verify}) {
            command->add_option("--data", folder, "The data folder of the office")
                ->type_name("DIR")
                ->required()
                ->check(not_empty);
        }
    }
};

int run(const command_line& given)
{
    if (given.init->parsed()) {
        commands::init(given.folder, given.demo);
        return 0;
    }
    if (given.verify->parsed()) {
        return commands::verify(given.folder) ? 0 : 1;
    }
    commands::serve_options wanted{.folder = given.folder, .listen = {}, .configuration = {}};
    if (!given.listen.empty()) {
        wanted.listen = given.listen;
    }
    if (!given.configuration.empty()) {
        wanted.configuration = given.configuration;
    }
    return commands::serve(wanted) ? 0 : 1;
}

int say(const std::exception& wrong, int code)
{
    std::cerr << "motcua-server: " << wrong.what() << '\n';
    return code;
}

int refuse(const command_line& line, const CLI::ParseError& wrong)
{
    // CLI11 misses a command before it says which word is none.
    const auto strange = line.app.remaining();
    if (line.app.get_subcommands().empty() && !strange.empty()) {
        return say(std::invalid_argument("there is no command " + strange.front()), 2);
    }
    return say(wrong, 2);
}

} // namespace

int main(int argc, char** argv)
{
    command_line line;
    try {
        line.app.parse(argc, argv);
        if (sodium_init() < 0) {
            throw commands::failure("libsodium cannot be used on this machine");
        }
        return run(line);
    } catch (const CLI::ParseError& wrong) {
        return wrong.get_exit_code() == 0 ? line.app.exit(wrong) : refuse(line, wrong);
    } catch (const commands::wrong_setting& wrong) {
        return say(wrong, 2);
    } catch (const std::exception& wrong) {
        return say(wrong, 1);
    }
}
