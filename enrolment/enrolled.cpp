#include "enrolment/enrolled.hpp"

#include "client/device_reports.hpp"
#include "client/threaded_session.hpp"
#include "enrolment/memory.hpp"
#include "enrolment/program.hpp"
#include "enrolment/screen.hpp"

namespace motcua::enrolment {
namespace {

/// Learns what is missing. False: the program ends.
bool complete(device& known, bool was_revoked, const enrolled_window& window, const ui::show& show,
              const logging::line_function& log)
{
    network_enrolment server(window.kind, known.file, log);
    enrolment_program program(server, {},
                              state{.kind = window.kind,
                                    .language = window.language,
                                    .draws_keyboard = window.draws_keyboard,
                                    .may_change_server = !known.server_is_given,
                                    .has_token = !known.token.empty(),
                                    .was_revoked = was_revoked,
                                    .server = known.server,
                                    .fingerprint = known.fingerprint,
                                    .is_pinned = known.fingerprint_is_given});
    if (!show(program, reference)) {
        return false;
    }
    known.server = program.state().server;
    known.fingerprint = program.state().fingerprint;
    if (program.state().allowed) {
        known.token = program.state().allowed->token;
        known.fingerprint = program.state().allowed->fingerprint;
    }
    return true;
}

/// Reports have a connection of their own: nobody waits behind them, and they go on with the device's token
/// when an officer has signed in.
bool show_with_reports(const client::server_address& server, const enrolled_window& window,
                       const logging::line_function& log)
{
    using reports = client::device_reports;
    const auto session = std::make_shared<client::threaded_session<reports, int>>(server);
    // The log's threads may hold their function longer than the window is shown.
    const std::weak_ptr of_window = session;
    return window.show(
        server, {.printer =
                     [&](protocol::printer_state state) {
                         session->post([state](reports& of_device) { of_device.printer(state); });
                     },
                 .log =
                     [log, of_window](logging::line line) {
                         if (const auto still = of_window.lock();
                             still && line.level >= logging::level::warning) {
                             still->post([text = line.text](reports& of_device) { of_device.error(text); });
                         }
                         log(std::move(line));
                     }});
}

void drop_token(device& known)
{
    auto kept = read_memory(known.file).value_or(memory{});
    kept.token.reset();
    write_memory(known.file, kept);
    known.token.clear();
}

} // namespace

void show_enrolled(device known, const enrolled_window& window, const ui::show& show,
                   const logging::line_function& log)
{
    bool was_revoked = false;
    while (true) {
        const auto server = address_of(known);
        if (!server) {
            if (!complete(known, was_revoked, window, show, log)) {
                return;
            }
            continue;
        }
        if (!show_with_reports(*server, window, log)) {
            return;
        }
        drop_token(known);
        was_revoked = true;
    }
}

} // namespace motcua::enrolment
