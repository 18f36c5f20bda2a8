#include "device/program.hpp"

#include <fmt/format.h>

#include <csignal>
#include <iostream>
#include <random>

namespace motcua::device {
namespace {

/// The only thing that a signal handler may touch.
std::atomic<bool> stop{false};

void stop_at_signals()
{
    const auto handler = [](int) { stop = true; };
    std::signal(SIGINT, handler);
    std::signal(SIGTERM, handler);
}

} // namespace

int run(std::string_view name, const look& l, std::optional<sf::Vector2u> windowed,
        const std::function<std::unique_ptr<ui::program>(const ui::assets&)>& make)
{
    stop_at_signals();
    try {
        ui::require_display();
        ui::window window(l.title, windowed);
        const ui::assets assets(ui::find_assets());
        assets.warm_up(l.letters, window.scale(l.reference));
        const auto program = make(assets);
        ui::stage stage(*program, assets, l.reference);
        window.run(stage, stop);
    } catch (const std::exception& e) {
        std::cerr << name << ": " << e.what() << '\n';
        return 1;
    }
    return 0;
}

std::string boot_name()
{
    std::random_device random;
    return fmt::format("{:08x}{:08x}", random(), random());
}

} // namespace motcua::device
