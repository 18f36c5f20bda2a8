#include "ui/window.hpp"
#include "ui/limits.hpp"

#include <SFML/System/Sleep.hpp>

#include <algorithm>
#include <charconv>

namespace motcua::ui {
namespace {

std::optional<unsigned> parse_side(std::string_view text)
{
    unsigned side = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), side);
    if (error != std::errc() || end != text.data() + text.size() || side < 64 || side > 8192) {
        return std::nullopt;
    }
    return side;
}

sf::Vector2u screen_size()
{
    const auto desktop = sf::VideoMode::getDesktopMode();
    return {desktop.width, desktop.height};
}

} // namespace

std::optional<sf::Vector2u> parse_size(std::string_view text)
{
    const auto cross = text.find('x');
    if (cross == text.npos) {
        return std::nullopt;
    }
    const auto width = parse_side(text.substr(0, cross));
    const auto height = parse_side(text.substr(cross + 1));
    if (!width || !height) {
        return std::nullopt;
    }
    return sf::Vector2u(*width, *height);
}

// Without a size not sf::Style::Fullscreen, which would change the screen's mode; a bare window as large as
// the screen is enough.
window::window(const std::string& title, std::optional<sf::Vector2u> size)
    : native_(title, size.value_or(screen_size()),
              size ? native_window::frame::titled : native_window::frame::none),
      window_(native_.handle())
{
    window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
    window_.setPosition({0, 0}); // a window manager may have put it elsewhere
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
