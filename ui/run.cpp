#include "ui/run.hpp"

#include "base/asset_folder.hpp"
#include "ui/awake.hpp"

#include <csignal>
#include <fmt/format.h>
#include <iostream>

namespace motcua::ui {
namespace {

/// The only things that a signal handler may touch.
std::atomic<bool> stop{false};
std::atomic<int> stop_signal{0};

void stop_at_signals()
{
    const auto handler = [](int signal) {
        stop_signal = signal;
        stop = true;
    };
    std::signal(SIGINT, handler);
    std::signal(SIGTERM, handler);
    // A reader of the log that went away must not end the window.
    std::signal(SIGPIPE, SIG_IGN);
}

logging::line start_line(const start_facts& facts, sf::Vector2u size)
{
    return {.level = logging::level::info,
            .kind = logging::kinds::start,
            .text = fmt::format("{} {} shows the {} in {}x{} pixels; server {}", facts.name, MOTCUA_VERSION,
                                facts.shows, size.x, size.y, facts.server)};
}

logging::line stop_line()
{
    return {.level = logging::level::info,
            .kind = logging::kinds::stop,
            .text = stop_signal == SIGINT    ? "SIGINT"
                    : stop_signal == SIGTERM ? "SIGTERM"
                                             : "the window was closed"};
}

} // namespace

int run(const start_facts& facts, const look& look, const window_place& place, logging::background_log& log,
        const std::function<void(const assets&, const show&)>& start)
{
    stop_at_signals();
    bool has_started = false;
    try {
        require_display();
        window opened(look.title, place);
        std::optional<awake> kept_awake;
        if (look.before == audience::citizens) {
            opened.hide_pointer();
            kept_awake.emplace();
        }
        const assets loaded(base::find_assets());
        loaded.warm_up(look.letters, opened.scale(look.reference));
        log.write(start_line(facts, opened.size()));
        has_started = true;
        start(loaded, [&](program& shown, const layout_size& reference) {
            stage on_it(shown, loaded, reference);
            return opened.run(on_it, stop);
        });
        log.write(stop_line());
        return 0;
    } catch (const std::exception& error) {
        if (has_started) {
            log.write({.level = logging::level::critical,
                       .kind = logging::kinds::stop,
                       .text = std::string("failed: ") + error.what()});
        } else {
            std::cerr << facts.name << ": " << error.what() << '\n';
        }
        return 1;
    }
}

} // namespace motcua::ui
