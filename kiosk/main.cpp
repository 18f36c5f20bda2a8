// The touchscreen: options, the server, the printer, the window.

#include "client/key_prefix.hpp"
#include "enrolment/enrolled.hpp"
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
    const auto server = enrolment::server_text(options.device);
    return ui::run(
        {.name = "motcua-kiosk", .shows = "kiosk", .server = server},
        {"Motcua", kiosk::reference, kiosk::letter_styles(), ui::audience::citizens}, options.place, log,
        [&](const ui::assets& assets, const ui::show& show) {
            kiosk::slip_printer printer(options.printer, assets, log.writer());
            const auto show_kiosk = [&](const client::server_address& address,
                                        const enrolment::reporting& report) {
                const bool prints = options.printer.kind != kiosk::printer_kind::none;
                report.printer(prints ? protocol::printer_state::ok : protocol::printer_state::none);
                kiosk::network_session session(address, report.log);
                kiosk::server_and_printer outside(
                    session, printer, prints ? report.printer : kiosk::printer_report([](auto) {}));
                kiosk::kiosk_program program(outside, {.ends_when_revoked = !options.device.token_is_given},
                                             client::new_key_prefix());
                return show(program, kiosk::reference);
            };
            enrolment::show_enrolled(options.device,
                                     {.kind = "kiosk", .draws_keyboard = true, .show = show_kiosk}, show,
                                     log.writer());
        });
}
