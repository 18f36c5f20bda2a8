// The windows at the counters and the board: options, the server, the window.

#include "counter/board/program.hpp"
#include "counter/board/screens/screen.hpp"
#include "counter/console/screens/screen.hpp"
#include "counter/network_sessions.hpp"
#include "counter/options.hpp"
#include "counter/sign_in/signed_in.hpp"
#include "enrolment/enrolled.hpp"
#include "ui/run.hpp"

namespace {

using namespace motcua;

constexpr std::string_view name = "motcua-counter";

int run_console(const counter::options& options)
{
    using namespace counter::console;
    logging::background_log log;
    const auto server = enrolment::server_text(options.device);
    return ui::run(
        {.name = name, .shows = "console", .server = server},
        {"Motcua", reference, letter_styles(), ui::audience::officer}, options.place, log,
        [&](const ui::assets&, const ui::show& show) {
            const auto show_console = [&](const client::server_address& address,
                                          const enrolment::reporting& report) {
                return counter::sign_in::show_console(address,
                                                      {.language = options.language,
                                                       .ends_when_revoked = !options.device.token_is_given,
                                                       .file = options.device.file},
                                                      show, report.log);
            };
            enrolment::show_enrolled(options.device,
                                     {.kind = "console", .language = options.language, .show = show_console},
                                     show, log.writer());
        });
}

int run_board(const counter::options& options)
{
    using namespace counter::board;
    logging::background_log log;
    const auto server = enrolment::server_text(options.device);
    return ui::run({.name = name, .shows = "board", .server = server},
                   {"Motcua", reference, letter_styles(), ui::audience::citizens}, options.place, log,
                   [&](const ui::assets&, const ui::show& show) {
                       const auto show_board = [&](const client::server_address& address,
                                                   const enrolment::reporting& report) {
                           network_session session(address, report.log);
                           board_program program(session, {options.language, !options.device.token_is_given});
                           return show(program, reference);
                       };
                       enrolment::show_enrolled(
                           options.device,
                           {.kind = "board", .language = options.language, .show = show_board}, show,
                           log.writer());
                   });
}

} // namespace

int main(int argc, char** argv)
{
    const auto parsed = counter::parse_options(argc, argv);
    if (const auto* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    const auto& options = std::get<counter::options>(parsed);
    switch (options.command) {
    case counter::command::console:
        return run_console(options);
    case counter::command::board:
        return run_board(options);
    }
    return 1;
}
