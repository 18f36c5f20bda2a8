// The windows at the counters and in the hall: options, window, link to the server.

#include "client/key_prefix.hpp"
#include "counter/board/screens/screen.hpp"
#include "counter/console/screens/screen.hpp"
#include "counter/options.hpp"
#include "counter/stations.hpp"
#include "ui/run.hpp"

namespace {

using namespace motcua;
using counter::options;

/// Each program together with the link that it speaks through.
class connected_console : private counter::console::station, public counter::console::console_program
{
public:
    explicit connected_console(const options& o)
        : station(o.server), console_program(*this, client::new_key_prefix(), o.language)
    {}
};

class connected_hall : private counter::board::station, public counter::board::board_program
{
public:
    explicit connected_hall(const options& o) : station(o.server), board_program(*this, o.language) {}
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
        return run<connected_hall>(o, {"Motcua", board::reference, board::letter_styles()});
    }
    return 1;
}
