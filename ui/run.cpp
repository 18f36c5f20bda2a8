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

int run(std::string_view name, const look& l, std::optional<sf::Vector2u> windowed,
        const std::function<std::unique_ptr<program>(const assets&)>& make)
{
    stop_at_signals();
    try {
        require_display();
        window opened(l.title, windowed);
        const assets loaded(base::find_assets());
        loaded.warm_up(l.letters, opened.scale(l.reference));
        const auto shown = make(loaded);
        stage on_it(*shown, loaded, l.reference);
        opened.run(on_it, stop);
    } catch (const std::exception& e) {
        std::cerr << name << ": " << e.what() << '\n';
        return 1;
    }
    return 0;
}

} // namespace motcua::ui
