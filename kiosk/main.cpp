// The touchscreen: options, window, link to the server, and the loop.

#include "kiosk/kiosk.hpp"
#include "kiosk/options.hpp"
#include "kiosk/screens/screens.hpp"
#include "kiosk/station.hpp"
#include "ui/window.hpp"

#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <iostream>
#include <random>

namespace {

using namespace motcua;

std::atomic<bool> stop{false};

void stop_at_signals()
{
    const auto handler = [](int) { stop = true; };
    std::signal(SIGINT, handler);
    std::signal(SIGTERM, handler);
}

/// What the idempotency keys of this run begin with.
std::string boot_name()
{
    std::random_device random;
    return fmt::format("{:08x}{:08x}", random(), random());
}

void run(const kiosk::options& o)
{
    ui::require_display();
    ui::window window("Motcua", o.windowed);
    const ui::assets assets(ui::find_assets());
    assets.warm_up(kiosk::letter_styles(), window.scale(kiosk::reference));
    kiosk::station station(o.server);
    kiosk::kiosk_program program(station, assets, o.printer, boot_name());
    ui::stage stage(program, assets, kiosk::reference);
    window.run(stage, stop);
}

} // namespace

int main(int argc, char** argv)
{
    const auto parsed = kiosk::parse_options(argc, argv);
    if (const auto* code = std::get_if<int>(&parsed)) return *code;
    stop_at_signals();
    try {
        run(std::get<kiosk::options>(parsed));
    } catch (const std::exception& e) {
        std::cerr << "motcua-kiosk: " << e.what() << '\n';
        return 1;
    }
    return 0;
}
