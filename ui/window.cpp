#include "ui/window.hpp"
#include "ui/limits.hpp"

#include <SFML/System/Sleep.hpp>

namespace motcua::ui {

// For the whole monitor not sf::Style::Fullscreen, which would change its mode; a bare window as large as the
// monitor is enough.
window::window(const std::string& title, const window_place& place)
    : place_(place.windowed ? *place.windowed : monitor_.emplace(place.monitor).now()),
      native_(title, place_.size, monitor_ ? native_window::frame::none : native_window::frame::titled),
      window_(native_.handle())
{
    window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
    // A window manager may have put it elsewhere.
    window_.setPosition(sf::Vector2i(place_.position));
}

/// Covers the monitor again when it came, went, moved or changed its size.
void window::follow_monitor(program::time now)
{
    if (!monitor_ || now < looked_at_monitor_ + limits::monitor_pace) {
        return;
    }
    looked_at_monitor_ = now;
    const auto place = monitor_->now();
    if (place != place_) {
        place_ = place;
        window_.setPosition(sf::Vector2i(place.position));
        window_.setSize(place.size);
    }
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
        follow_monitor(now);
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
