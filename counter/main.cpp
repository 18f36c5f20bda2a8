// The windows at the counters and the board: options, the server, the window.

#include "client/key_prefix.hpp"
#include "counter/board/program.hpp"
#include "counter/board/screens/screen.hpp"
#include "counter/console/program.hpp"
#include "counter/console/screens/screen.hpp"
#include "counter/network_sessions.hpp"
#include "counter/options.hpp"
#include "ui/run.hpp"

namespace {

using namespace motcua;

constexpr std::string_view name = "motcua-counter";

int run_console(const counter::options& options)
{
    using namespace counter::console;
    logging::background_log log;
    return ui::run({.name = name, .shows = "console", .server = options.server.authority},
                   {"Motcua", reference, letter_styles()}, options.windowed, log,
                   [&](const ui::assets&, const ui::show& show) {
                       network_session server(options.server, log.writer());
                       console_program program(server, {options.language}, client::new_key_prefix());
                       show(program);
                   });
}

int run_board(const counter::options& options)
{
    using namespace counter::board;
    logging::background_log log;
    return ui::run({.name = name, .shows = "board", .server = options.server.authority},
                   {"Motcua", reference, letter_styles()}, options.windowed, log,
                   [&](const ui::assets&, const ui::show& show) {
                       network_session server(options.server, log.writer());
                       board_program program(server, {options.language});
                       show(program);
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
