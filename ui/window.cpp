#include "ui/window.hpp"
#include "ui/limits.hpp"

#include <SFML/System/Sleep.hpp>

namespace motcua::ui {
namespace {

sf::Vector2u screen_size()
{
    const auto desktop = sf::VideoMode::getDesktopMode();
    return {desktop.width, desktop.height};
}

} // namespace

// For the whole screen not sf::Style::Fullscreen, which would change the screen's mode; a bare window as
// large as the screen is enough.
window::window(const std::string& title, std::optional<placement> place)
    : native_(title, place ? place->size : screen_size(),
              place ? native_window::frame::titled : native_window::frame::none),
      window_(native_.handle())
{
    window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
    // A window manager may have put it elsewhere.
    window_.setPosition(place ? sf::Vector2i(place->position) : sf::Vector2i());
}

float window::scale(const layout_size& reference) const
{
    const auto size = window_.getSize();
    return reference.scale({static_cast<float>(size.x), static_cast<float>(size.y)});
}

bool window::run(stage& stage, const std::atomic<bool>& stop)
{
    while (window_.isOpen() && !stop) {
        if (stage.is_over()) {
            return true;
        }
        const auto now = program::time::clock::now();
        for (sf::Event event; window_.pollEvent(event);) {
            if (event.type == sf::Event::Closed) {
                window_.close();
            }
            stage.handle(event, now);
        }
        if (native_.uncovered()) {
            stage.uncovered();
        }
        stage.wake(now);
        if (stage.stale() && window_.isOpen()) {
            stage.draw(window_);
            window_.display();
        }
        sf::sleep(sf::milliseconds(static_cast<int>(limits::pause.count())));
    }
    return false;
}

} // namespace motcua::ui
