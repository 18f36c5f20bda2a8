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
                                    .server = known.server});
    if (!show(program, reference)) {
        return false;
    }
    known.server = program.state().server;
    if (program.state().allowed) {
        known.token = program.state().allowed->token;
    }
    return true;
}

/// Reports have a connection of their own: nobody waits behind them, and they go on with the device's token
/// when an officer has signed in.
bool show_with_reports(const client::server_address& server, const enrolled_window& window)
{
    client::threaded_session<client::device_reports, int> reports(server);
    return window.show(server, [&reports](const std::string& word) {
        reports.post([word](client::device_reports& of_device) { of_device.printer(word); });
    });
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
        if (!show_with_reports(*server, window)) {
            return;
        }
        drop_token(known);
        was_revoked = true;
    }
}

} // namespace motcua::enrolment
