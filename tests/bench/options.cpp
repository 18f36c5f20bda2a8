#include "tests/bench/options.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace motcua::bench {

std::variant<options, int> parse_options(int argc, const char* const* argv,
                                         const std::filesystem::path& own_folder)
{
    // Programs lie in build/bin: what they leave behind goes to build.
    options chosen{.server = own_folder / "motcua-server",
                   .data = own_folder.parent_path(),
                   .json = own_folder.parent_path() / "bench.json",
                   .quick = false,
                   .parts = {},
                   .rules = {}};
    CLI::App app("Measures the delivered server against redis and its own goals.", "motcua-bench");
    app.set_version_flag("--version", "motcua-bench " MOTCUA_VERSION);
    app.add_option("--json", chosen.json, "The file for the figures")->capture_default_str();
    app.add_flag("--quick", chosen.quick, "Shorter and fewer rounds: to see that all works");
    app.add_option("--only", chosen.parts, "Measure only this part, may be given again")
        ->check(CLI::IsMember({"tickets", "feed", "administration", "appointments", "start", "memory"}));
    app.add_option("--server", chosen.server, "The program motcua-server")->capture_default_str();
    app.add_option("--data", chosen.data, "The folder, on a disk, for temporary data")->capture_default_str();
    rules_options rules;
    auto* rules_command =
        app.add_subcommand("rules", "Measures promises and calling rules on made-up days instead");
    rules_command->add_option("--days", rules.days, "How many days")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    rules_command->add_option("--seed", rules.seed, "Other halls and days")->capture_default_str();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            return app.exit(error);
        }
        std::cerr << "motcua-bench: " << error.what() << '\n';
        return 2;
    }
    if (rules_command->parsed()) {
        chosen.rules = rules;
    }
    return chosen;
}

} // namespace motcua::bench
