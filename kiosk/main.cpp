// The touchscreen: options, the server, the printer, the window.

#include "client/key_prefix.hpp"
#include "kiosk/kiosk.hpp"
#include "kiosk/network_session.hpp"
#include "kiosk/options.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/slip_printer.hpp"
#include "ui/run.hpp"

int main(int argc, char** argv)
{
    using namespace motcua;
    const auto parsed = kiosk::parse_options(argc, argv);
    if (const auto* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    const auto& options = std::get<kiosk::options>(parsed);
    logging::background_log log;
    return ui::run({.name = "motcua-kiosk", .shows = "kiosk", .server = options.server.authority},
                   {"Motcua", kiosk::reference, kiosk::letter_styles()}, options.windowed, log,
                   [&](const ui::assets& assets, const ui::show& show) {
                       kiosk::network_session server(options.server, log.writer());
                       kiosk::slip_printer printer(options.printer, assets, log.writer());
                       kiosk::server_and_printer outside(server, printer);
                       kiosk::kiosk_program program(outside, {}, client::new_key_prefix());
                       show(program);
                   });
}
