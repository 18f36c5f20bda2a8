// The windows at the counters and in the hall: options, window, link to the server.

#include "counter/console/screens/screen.hpp"
#include "counter/hall/screens/screen.hpp"
#include "counter/options.hpp"
#include "counter/stations.hpp"
#include "protocol/client/key_prefix.hpp"
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

class connected_hall : private counter::hall::station, public counter::hall::hall_program
{
public:
    explicit connected_hall(const options& o) : station(o.server), hall_program(*this, o.language) {}
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
    if (const auto* code = std::get_if<int>(&parsed)) return *code;
    const auto& o = std::get<options>(parsed);
    namespace console = counter::console;
    namespace hall = counter::hall;
    switch (o.command) {
    case counter::command::console:
        return run<connected_console>(o, {"Motcua", console::reference, console::letter_styles()});
    case counter::command::hall:
        return run<connected_hall>(o, {"Motcua", hall::reference, hall::letter_styles()});
    }
    return 1;
}
