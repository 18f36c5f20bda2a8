// The windows at the counters and in the waiting hall: options, window, server.

#include "client/key_prefix.hpp"
#include "counter/board/program.hpp"
#include "counter/board/screens/screen.hpp"
#include "counter/console/program.hpp"
#include "counter/console/screens/screen.hpp"
#include "counter/options.hpp"
#include "counter/stations.hpp"
#include "ui/run.hpp"

namespace {

using namespace motcua;
using counter::options;

/// Each program together with its server.
class connected_console : private counter::console::station,
                          private counter::console::server_link,
                          public counter::console::console_program
{
public:
    explicit connected_console(const options& o)
        : station(o.server), console_program(*this, client::new_key_prefix(), o.language)
    {}

private:
    void send(const counter::console::order& wanted) override { perform(wanted); }
    std::vector<counter::console::event> take() override { return station::take(); }
};

class connected_board : private counter::board::station,
                        private counter::board::server_link,
                        public counter::board::board_program
{
public:
    explicit connected_board(const options& o) : station(o.server), board_program(*this, o.language) {}

private:
    std::vector<counter::board::event> take() override { return station::take(); }
};

template <class Program>
int run(const options& o, const ui::look& look)
{
    return ui::run("motcua-counter", look, o.windowed,
                   [&](const ui::assets&) { return std::make_unique<Program>(o); });
}

} // namespace

int main(int argc, char** argv)
{
    const auto parsed = counter::parse_options(argc, argv);
    if (const auto* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    const auto& o = std::get<options>(parsed);
    namespace console = counter::console;
    namespace board = counter::board;
    switch (o.command) {
    case counter::command::console:
        return run<connected_console>(o, {"Motcua", console::reference, console::letter_styles()});
    case counter::command::hall:
        return run<connected_board>(o, {"Motcua", board::reference, board::letter_styles()});
    }
    return 1;
}
