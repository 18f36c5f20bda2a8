#include "ui/run.hpp"

#include "base/asset_folder.hpp"

#include <csignal>
#include <iostream>

namespace motcua::ui {
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

int run(std::string_view name, const look& look, std::optional<sf::Vector2u> windowed,
        const std::function<void(const assets&, const show&)>& start)
{
    stop_at_signals();
    try {
        require_display();
        window opened(look.title, windowed);
        const assets loaded(base::find_assets());
        loaded.warm_up(look.letters, opened.scale(look.reference));
        start(loaded, [&](program& shown) {
            stage on_it(shown, loaded, look.reference);
            opened.run(on_it, stop);
        });
    } catch (const std::exception& error) {
        std::cerr << name << ": " << error.what() << '\n';
        return 1;
    }
    return 0;
}

} // namespace motcua::ui
