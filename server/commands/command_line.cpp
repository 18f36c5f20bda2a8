#include "server/commands/command_line.hpp"

#include "base/timestamp.hpp"
#include "server/http/certificate.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace motcua::commands {

namespace {

/// An empty option is a mistake, such as a variable that was not set.
std::string not_empty(const std::string& value) { return value.empty() ? "it is empty" : ""; }

std::string is_day(const std::string& value)
{
    return base::parse_day(value) ? "" : "this must be a day such as 2026-11-23";
}

/// None if the option was not given.
template <class T = std::string>
std::optional<T> given(const std::string& value)
{
    return value.empty() ? std::nullopt : std::optional<T>(value);
}

domain::local_day day_of(const std::string& checked) { return base::parse_day(checked)->date; }

struct values
{
    std::string folder;
    bool demo = false;
    std::vector<std::string> names;
    std::string listen;
    std::string configuration;
    std::string what;
    std::string from;
    std::string to;
    std::string format;
    std::string out;
    std::string file;
    std::string login;
    std::string code;
    std::string name;
    std::string role;
    std::string kind;
    std::string counter;
    std::string key;
    std::string value;
};

CLI::App* add(CLI::App& app, values& read, const std::string& name, const std::string& meaning)
{
    auto* added = app.add_subcommand(name, meaning);
    added->add_option("--data", read.folder, "The data folder of the office")
        ->type_name("DIR")
        ->required()
        ->check(not_empty);
    return added;
}

std::string is_name(const std::string& value)
{
    return http::is_certificate_name(value) ? "" : "this must be the name of a host, or an address";
}

void add_init_options(CLI::App& init, values& read)
{
    auto* demo =
        init.add_flag("--demo", read.demo, "Create the demo office, and write its tokens to DIR/demo.json");
    init.add_option(
            "--name", read.names,
            "A name or address of the server for its certificate, may be given again; without one those "
            "of this machine")
        ->allow_extra_args(false)
        ->check(is_name)
        ->excludes(demo);
}

CLI::App* add_key_command(CLI::App& app, values& read)
{
    auto* key = app.add_subcommand("key", "The office's key for personal data");
    key->require_subcommand(1);
    return add(*key, read, "show", "Print the key, to be kept on paper: a restored office needs it");
}

void add_serve_options(CLI::App& serve, values& read)
{
    serve
        .add_option("--listen", read.listen,
                    "ADDRESS:PORT instead of the configuration's; port 0 takes a free one")
        ->check(not_empty);
    serve.add_option("--config", read.configuration, "A configuration file instead of DIR/motcua.toml")
        ->check(not_empty);
}

void add_export_options(CLI::App& exports, values& read)
{
    exports.add_option("--what", read.what, "What to write: visits")
        ->required()
        ->check(CLI::IsMember({"visits"}));
    exports.add_option("--from", read.from, "The first business day")
        ->type_name("DAY")
        ->required()
        ->check(is_day);
    exports.add_option("--to", read.to, "The last business day")->type_name("DAY")->required()->check(is_day);
    exports.add_option("--format", read.format, "csv")->required()->check(CLI::IsMember({"csv"}));
    exports.add_option("--out", read.out, "A file instead of the standard output")->check(not_empty);
}

/// The commands below `settings`, each with what it does.
struct settings_commands
{
    using command_of_file = void (*)(const std::filesystem::path& folder,
                                     const std::optional<std::filesystem::path>& file);

    std::vector<std::pair<const CLI::App*, command_of_file>> all;
    const CLI::App* set = nullptr;

    settings_commands(CLI::App& app, values& read)
    {
        auto* settings =
            app.add_subcommand("settings", "The settings of the hall as a file that can be edited");
        settings->require_subcommand(1);
        const auto add_one = [&](const std::string& name, const std::string& meaning, command_of_file run) {
            auto* added = add(*settings, read, name, meaning);
            added
                ->add_option("FILE", read.file,
                             name == "export" ? "Where to; the standard output when it is left out"
                                              : "Where from; the standard input when it is left out")
                ->check(not_empty);
            all.emplace_back(added, run);
        };
        add_one("export", "Write the settings, each with its explanation", export_settings);
        add_one("check", "Say what is wrong in a file of settings, and change nothing", check_settings);
        add_one("import", "Check a file of settings, then take them over", import_settings);
        auto* one = add(*settings, read, "set", "Change one setting");
        one->add_option("KEY", read.key, "Its name, such as name or kiosk.home_after_s")->required();
        one->add_option("VALUE", read.value, "A text, a number, true or false, or JSON")->required();
        set = one;
    }
};

/// A group of commands, such as `staff`, each with what it does.
class command_group
{
public:
    command_group(CLI::App& app, values& read, const std::string& name, const std::string& meaning)
        : group_(app.add_subcommand(name, meaning)), read_(read)
    {
        group_->require_subcommand(1);
    }

    CLI::App* add(const std::string& name, const std::string& meaning, void (*run)(const values& read))
    {
        auto* added = commands::add(*group_, read_, name, meaning);
        all_.emplace_back(added, run);
        return added;
    }

    /// What was asked for, if it was one of these.
    std::optional<command> parsed() const
    {
        for (const auto& [app, run] : all_) {
            if (app->parsed()) {
                return command([read = read_, run = run] { return run(read), 0; });
            }
        }
        return std::nullopt;
    }

private:
    CLI::App* group_;
    values& read_;
    std::vector<std::pair<const CLI::App*, void (*)(const values&)>> all_;
};

command_group staff_commands(CLI::App& app, values& read)
{
    command_group staff(app, read, "staff", "The officers");
    const auto add_login = [&read](CLI::App* added) {
        added->add_option("LOGIN", read.login, "What they type to sign in")->required()->check(not_empty);
        return added;
    };
    staff.add("list", "List the officers", [](const values& given) { list_staff(given.folder); });
    auto* added =
        add_login(staff.add("add", "Add an officer; prints a password for one time", [](const values& typed) {
            add_staff(typed.folder, {.login = typed.login,
                                     .name = typed.name,
                                     .role = typed.role,
                                     .counter = given(typed.counter)});
        }));
    added->add_option("--name", read.name, "Their name")->required()->check(not_empty);
    added->add_option("--role", read.role, "clerk, manager or admin")
        ->required()
        ->check(CLI::IsMember({"clerk", "manager", "admin"}));
    added->add_option("--counter", read.counter, "The counter where they usually sit")->check(not_empty);
    add_login(staff.add("reset", "Give an officer a new password for one time",
                        [](const values& typed) { reset_staff(typed.folder, typed.login); }));
    add_login(staff.add("disable", "Let an officer sign in no more",
                        [](const values& typed) { disable_staff(typed.folder, typed.login); }));
    return staff;
}

command_group device_commands(CLI::App& app, values& read)
{
    command_group devices(app, read, "device", "The kiosks, consoles, boards and signs");
    const auto add_kind = [&read](CLI::App* added, std::vector<std::string> kinds) {
        added->add_option("--kind", read.kind, "What it is")
            ->required()
            ->check(CLI::IsMember(std::move(kinds)));
        added->add_option("--counter", read.counter, "Its counter, if it has one")->check(not_empty);
    };
    devices.add("list", "List the devices", [](const values& typed) { list_devices(typed.folder); });
    auto* allowed = devices.add("allow", "Allow the device that shows a code", [](const values& typed) {
        allow_device(typed.folder, typed.code,
                     {.name = typed.name, .kind = typed.kind, .counter = given(typed.counter)});
    });
    allowed->add_option("CODE", read.code, "The six digits on its screen")->required()->check(not_empty);
    allowed->add_option("--name", read.name, "A name for it, such as kiosk-1")->required()->check(not_empty);
    add_kind(allowed, {"kiosk", "console", "board", "sign", "rating"});
    auto* added = devices.add("add", "Add a device and print its token", [](const values& typed) {
        add_device(typed.folder, {.name = typed.name, .kind = typed.kind, .counter = given(typed.counter)});
    });
    added->add_option("NAME", read.name, "A name for it")->required()->check(not_empty);
    add_kind(added, {"kiosk", "console", "board", "sign", "rating", "manager", "admin"});
    devices
        .add("revoke", "Take its token from a device",
             [](const values& typed) { revoke_device(typed.folder, typed.name); })
        ->add_option("NAME", read.name, "Its name")
        ->required()
        ->check(not_empty);
    return devices;
}

std::string fault_of(const CLI::App& app, const CLI::ParseError& wrong)
{
    // CLI11 reports a missing command before the word that is not a command.
    const auto strange = app.remaining();
    if (!app.get_subcommands().empty() || strange.empty()) {
        return wrong.what();
    }
    const auto& word = strange.front();
    return word.starts_with('-') ? "there is no option " + word + " before a command"
                                 : "there is no command " + word;
}

} // namespace

std::variant<command, int> parse_command_line(int argc, const char* const* argv)
{
    CLI::App app("The server of a reception hall: numbers, counters, boards and the wait-time log.",
                 "motcua-server");
    app.set_version_flag("--version", "motcua-server " MOTCUA_VERSION);
    app.require_subcommand(1);
    values read;
    const auto* init_command = add(app, read, "init", "Create the data folder of an office");
    add_init_options(*app.get_subcommand("init"), read);
    add(app, read, "serve", "Run until SIGTERM or SIGINT");
    add_serve_options(*app.get_subcommand("serve"), read);
    const auto* verify_command =
        add(app, read, "verify", "Replay the journal and check everything that follows from it");
    const auto* export_command = add(app, read, "export", "Write the wait-time log");
    add_export_options(*app.get_subcommand("export"), read);
    const settings_commands settings(app, read);
    const auto staff = staff_commands(app, read);
    const auto devices = device_commands(app, read);
    const auto* key_command = add_key_command(app, read);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        if (wrong.get_exit_code() == 0) {
            return app.exit(wrong);
        }
        std::cerr << "motcua-server: " << fault_of(app, wrong) << '\n';
        return 2;
    }
    if (init_command->parsed()) {
        return command(
            [read] { return init({.folder = read.folder, .demo = read.demo, .names = read.names}), 0; });
    }
    if (key_command->parsed()) {
        return command([read] { return show_key(read.folder), 0; });
    }
    if (verify_command->parsed()) {
        return command([read] { return verify(read.folder) ? 0 : 1; });
    }
    if (export_command->parsed()) {
        return command([read] {
            export_log({.folder = read.folder,
                        .from = day_of(read.from),
                        .to = day_of(read.to),
                        .out = given<std::filesystem::path>(read.out)});
            return 0;
        });
    }
    for (const auto& [parsed, run] : settings.all) {
        if (parsed->parsed()) {
            return command([read, run = run] {
                run(read.folder, given<std::filesystem::path>(read.file));
                return 0;
            });
        }
    }
    if (settings.set->parsed()) {
        return command([read] { return set_setting(read.folder, read.key, read.value), 0; });
    }
    for (const auto& group : {staff, devices}) {
        if (auto wanted = group.parsed()) {
            return *std::move(wanted);
        }
    }
    return command([read] {
        const serve_options options{.folder = read.folder,
                                    .listen = given(read.listen),
                                    .configuration = given<std::filesystem::path>(read.configuration)};
        return serve(options) ? 0 : 1;
    });
}

} // namespace motcua::commands
