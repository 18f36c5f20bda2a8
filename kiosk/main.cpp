// The touchscreen: options, window, server.

#include "client/key_prefix.hpp"
#include "kiosk/kiosk.hpp"
#include "kiosk/options.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/station.hpp"
#include "ui/run.hpp"

namespace {

using namespace motcua;

/// The program together with its server.
class connected_kiosk : private kiosk::station, private kiosk::server_link, public kiosk::kiosk_program
{
public:
    connected_kiosk(const kiosk::options& o, const ui::assets& assets)
        : station(o.server), kiosk_program(*this, assets, o.printer, client::new_key_prefix())
    {}

private:
    void issue(const kiosk::request& wanted) override { perform(kiosk::issue{wanted}); }
    std::vector<kiosk::event> take() override { return station::take(); }
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
