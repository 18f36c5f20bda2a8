#include "counter/options.hpp"

#include "ui/options.hpp"

#include <CLI/CLI.hpp>

namespace motcua::counter {

std::variant<options, int> parse_options(int argc, const char* const* argv)
{
    options o;
    ui::options given;
    CLI::App app("The windows at the counters and in the hall.", "motcua-counter");
    app.set_version_flag("--version", "motcua-counter " MOTCUA_VERSION);
    app.require_subcommand(0, 1);
    // Last, so that a wrong word is named first.
    app.final_callback([&app] {
        if (app.get_subcommands().empty()) {
            throw CLI::RequiredError("console or hall");
        }
    });
    const auto add = [&](const char* name, const char* what, const std::string& size) {
        auto* command = app.add_subcommand(name, what);
        ui::add_options(*command, given, size);
        command->add_option("--language", o.language, "vi or en")->check(CLI::IsMember({"vi", "en"}));
        return command;
    };
    const auto* console = add("console", "The staff's console of one counter", "1280x800");
    add("hall", "The board in the hall", "1920x1080");
    if (const auto code = ui::parse(app, argc, argv)) {
        return *code;
    }
    o.place = given.place;
    o.command = console->parsed() ? command::console : command::board;
    try {
        o.device =
            enrolment::find_device(given, o.command == command::console ? "console.json" : "board.json");
    } catch (const enrolment::device_error& error) {
        return ui::refuse(app, error.what());
    }
    return o;
}

} // namespace motcua::counter
