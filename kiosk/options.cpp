#include "kiosk/options.hpp"

#include "ui/options.hpp"

#include <CLI/CLI.hpp>

namespace motcua::kiosk {

std::variant<options, int> parse_options(int argc, const char* const* argv)
{
    ui::options given;
    std::string printer = "none";
    CLI::App app("The touchscreen that gives out numbers.", "motcua-kiosk");
    app.set_version_flag("--version", "motcua-kiosk " MOTCUA_VERSION);
    ui::add_options(app, given, "540x960");
    app.add_option("--printer", printer, "none, file:PATH, device:PATH, tcp:HOST:PORT or cups:QUEUE")
        ->check([](const std::string& text) {
            const auto place = parse_printer(text);
            if (!place) {
                return std::string("is none of none, file:PATH, device:PATH, tcp:HOST:PORT, cups:QUEUE");
            }
            const auto why = why_unavailable(*place);
            return why.empty() ? why : text + " " + why;
        });
    if (const auto code = ui::parse(app, argc, argv)) {
        return *code;
    }
    try {
        return options{.device = enrolment::find_device(given, "kiosk.json"),
                       .place = given.place,
                       .printer = parse_printer(printer).value_or(printer_place{})};
    } catch (const enrolment::device_error& error) {
        return ui::refuse(app, error.what());
    }
}

} // namespace motcua::kiosk
