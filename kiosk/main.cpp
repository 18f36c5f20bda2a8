// The touchscreen: options, window, link to the server.

#include "client/key_prefix.hpp"
#include "kiosk/kiosk.hpp"
#include "kiosk/options.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/station.hpp"
#include "ui/run.hpp"

namespace {

using namespace motcua;

/// The program together with the link that it speaks through.
class connected_kiosk : private kiosk::station, public kiosk::kiosk_program
{
public:
    connected_kiosk(const kiosk::options& o, const ui::assets& assets)
        : station(o.server), kiosk_program(*this, assets, o.printer, client::new_key_prefix())
    {}
};

} // namespace

int main(int argc, char** argv)
{
    const auto parsed = kiosk::parse_options(argc, argv);
    if (const auto* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    const auto& o = std::get<kiosk::options>(parsed);
    return ui::run("motcua-kiosk", {"Motcua", kiosk::reference, kiosk::letter_styles()}, o.windowed,
                   [&](const ui::assets& assets) { return std::make_unique<connected_kiosk>(o, assets); });
}
