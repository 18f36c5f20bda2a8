#include "kiosk/options.hpp"
#include "ui/window.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace motcua::kiosk {

std::variant<options, int> parse_options(int argc, const char* const* argv)
{
    options o;
    std::string url;
    std::string token;
    std::string size;
    std::string printer = "none";
    CLI::App app("The touchscreen that gives out numbers.", "motcua-kiosk");
    app.set_version_flag("--version", "motcua-kiosk " MOTCUA_VERSION);
    app.add_option("--server", url, "Address of the server, http://HOST:PORT")->required();
    app.add_option("--token", token, "Token of this device")->required();
    app.add_option("--windowed", size,
                   "A window of so many pixels, such as 540x960, instead of the whole screen")
        ->check([](const std::string& text) {
            return ui::parse_size(text) ? std::string() : "is not a size such as 540x960";
        });
    app.add_option("--printer", printer, "none, file:PATH, device:PATH, tcp:HOST:PORT or cups:QUEUE")
        ->check([](const std::string& text) {
            const auto place = parse_printer(text);
            if (!place)
                return std::string("is none of none, file:PATH, device:PATH, tcp:HOST:PORT, cups:QUEUE");
            return available(*place) ? std::string() : text + " is not available in this version";
        });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);
        std::cerr << "motcua-kiosk: " << e.what() << '\n';
        return 2;
    }
    const auto server = client::parse_endpoint(url, token);
    if (!server) {
        std::cerr << "motcua-kiosk: " << server.error().message() << '\n';
        return 2;
    }
    o.server = *server;
    o.windowed = ui::parse_size(size);
    o.printer = parse_printer(printer).value_or(printer_place{});
    return o;
}

} // namespace motcua::kiosk
